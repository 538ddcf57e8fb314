import { randomBytes } from 'node:crypto';
import type { CaseSystems, Config, Oidc, RegisterUrls } from './kernel/config/config.ts';

/** Real processes that stand in, in development, for those that the environment does not name. */
export type StandIns = {
  readonly oidc: Oidc | null;
  readonly smtpUrl: string | null;
  /** Where the stand-in for the mail server shows its mail. */
  readonly receivedMail: string | null;
  readonly registers: RegisterUrls;
  readonly caseSystems: CaseSystems;
  /** Who can sign in with the test e-ID. */
  readonly persons: readonly { readonly name: string; readonly note: string }[];
  stop(): Promise<void>;
};

export const noStandIns: StandIns = {
  oidc: null,
  smtpUrl: null,
  receivedMail: null,
  registers: { population: null, company: null, guardianship: null },
  caseSystems: { kundhandelser: null, zgw: null },
  persons: [],
  stop: async () => undefined,
};

/** The test e-ID, the mail server, the registers and the case systems of development, each a process that ends with this one. */
export async function startStandIns(config: Config): Promise<StandIns> {
  if (config.production) return noStandIns;
  // Imported when needed: a production build has no simulators.
  const { startSimulator } = await import('../simulators/start.ts');
  const { testPersons } = await import('../simulators/test-persons.ts');
  const clientSecret = randomBytes(24).toString('base64url');
  const given = config.registers;
  const zgwClient = { id: 'allmanning', secret: randomBytes(24).toString('base64url') };
  const [eid, mail, population, company, guardianship, kundhandelser, zgw] = await Promise.all([
    config.oidc
      ? null
      : startSimulator('test-eid', {
          CLIENT_SECRET: clientSecret,
          REDIRECT_URIS: `${config.baseUrl}/logga-in/svar,${config.baseUrl}/mina-sidor/signera/svar`,
          CLIENT_JWKS_URI: `${config.baseUrl}/.well-known/jwks.json`,
        }),
    config.smtpUrl ? null : startSimulator('mail'),
    given.population ? null : startSimulator('population-register'),
    given.company ? null : startSimulator('company-register'),
    given.guardianship ? null : startSimulator('guardianship-register'),
    config.caseSystems.kundhandelser ? null : startSimulator('kundhandelser', { API_KEY: clientSecret }),
    config.caseSystems.zgw ? null : startSimulator('zgw', { CLIENT_ID: zgwClient.id, CLIENT_SECRET: zgwClient.secret }),
  ]);
  return {
    oidc: eid && { issuer: eid.issuer, clientId: 'allmanning', clientSecret },
    smtpUrl: mail?.smtp ?? null,
    receivedMail: mail?.http ?? null,
    registers: {
      population: population?.url ?? null,
      company: company?.url ?? null,
      guardianship: guardianship?.url ?? null,
    },
    caseSystems: {
      kundhandelser: kundhandelser && { url: kundhandelser.url, key: clientSecret },
      zgw: zgw && { url: zgw.url, client: zgwClient, authority: 'Grannkommunen (påhittad)' },
    },
    persons: eid ? testPersons : [],
    async stop() {
      await Promise.all([eid, mail, population, company, guardianship, kundhandelser, zgw].map((one) => one?.stop()));
    },
  };
}
