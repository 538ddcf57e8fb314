import { randomBytes } from 'node:crypto';
import type { Config, Oidc } from './kernel/config/config.ts';

/** Real processes that stand in, in development, for those that the environment does not name. */
export type StandIns = {
  readonly oidc: Oidc | null;
  readonly smtpUrl: string | null;
  /** Where the stand-in for the mail server shows its mail. */
  readonly receivedMail: string | null;
  /** Who can sign in with the test e-ID. */
  readonly persons: readonly { readonly name: string; readonly note: string }[];
  stop(): Promise<void>;
};

export const noStandIns: StandIns = {
  oidc: null,
  smtpUrl: null,
  receivedMail: null,
  persons: [],
  stop: async () => undefined,
};

/** The test e-ID and the mail server of development, each a process that ends with this one. */
export async function startStandIns(config: Config): Promise<StandIns> {
  if (config.production || (config.oidc && config.smtpUrl)) return noStandIns;
  // Imported when needed: a production build has no simulators.
  const { startSimulator } = await import('../simulators/start.ts');
  const { testPersons } = await import('../simulators/test-persons.ts');
  const clientSecret = randomBytes(24).toString('base64url');
  const [eid, mail] = await Promise.all([
    config.oidc
      ? null
      : startSimulator('test-eid', {
          CLIENT_SECRET: clientSecret,
          REDIRECT_URIS: `${config.baseUrl}/logga-in/svar`,
        }),
    config.smtpUrl ? null : startSimulator('mail'),
  ]);
  return {
    oidc: eid && { issuer: eid.issuer, clientId: 'allmanning', clientSecret },
    smtpUrl: mail?.smtp ?? null,
    receivedMail: mail?.http ?? null,
    persons: eid ? testPersons : [],
    async stop() {
      await Promise.all([eid?.stop(), mail?.stop()]);
    },
  };
}
