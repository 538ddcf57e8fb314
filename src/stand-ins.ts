import { randomBytes } from 'node:crypto';
import type { CaseSystems, Config, Oidc, RegisterUrls } from './kernel/config/config.ts';
import type { MandateRegisters } from './kernel/config/mandate-registers.ts';
import { freePorts } from './kernel/embedded/server.ts';
import type { AuthorityId } from './kernel/ids.ts';
import { standInMandateRegisters as mandateRegisters } from './stand-in-mandate-registers.ts';

/** Real processes that stand in, in development, for those that the environment does not name. */
export type StandIns = {
  readonly oidc: Oidc | null;
  readonly smtpUrl: string | null;
  /** Where the stand-in for the mail server shows its mail. */
  readonly receivedMail: string | null;
  readonly registers: RegisterUrls;
  readonly caseSystems: CaseSystems;
  readonly mandateRegisters: MandateRegisters;
  /** Who can sign in with the test e-ID. */
  readonly persons: readonly { readonly name: string; readonly note: string }[];
  /** Until each of them answers. */
  ready(): Promise<void>;
  stop(): Promise<void>;
};

export const noStandIns: StandIns = {
  oidc: null,
  smtpUrl: null,
  receivedMail: null,
  registers: { population: null, company: null, guardianship: null },
  caseSystems: { kundhandelser: null, zgw: null },
  mandateRegisters: { minaOmbud: null, suomiFi: null },
  persons: [],
  ready: async () => undefined,
  stop: async () => undefined,
};

/** Has an administrator in the demo world. */
const sottunga = 2480766 as AuthorityId;

/** One for each, and one more for the mail server's page. */
const PORTS = 9;

/**
 * The test e-ID, the mail server, the registers and the case systems of development, the registers of mandates, each a process that ends with this
 * one. Where they will answer is known at once; the house is built while they come up.
 */
export async function startStandIns(config: Config): Promise<StandIns> {
  if (config.production) return noStandIns;
  // Imported when needed: a production build has no simulators.
  const { startSimulator } = await import('../simulators/start.ts');
  const { testPersons } = await import('../simulators/test-persons.ts');
  const free = (await freePorts(PORTS)).values();
  const starting: Promise<{ stop(): Promise<void> }>[] = [];
  function next(): number {
    const { value } = free.next();
    if (value === undefined) throw new Error('a port for each stand-in');
    return value;
  }
  function begin(name: Parameters<typeof startSimulator>[0], env: Readonly<Record<string, string>> = {}): string {
    const port = next();
    starting.push(startSimulator(name, { ...env, PORT: String(port) }));
    return `http://127.0.0.1:${port}`;
  }
  const clientSecret = randomBytes(24).toString('base64url');
  const zgwClient = { id: 'allmanning', secret: randomBytes(24).toString('base64url') };
  const { registers, caseSystems } = config;
  const smtpPort = next();
  const standIns = {
    oidc: config.oidc
      ? null
      : {
          issuer: begin('test-eid', {
            CLIENT_SECRET: clientSecret,
            REDIRECT_URIS: `${config.baseUrl}/logga-in/svar,${config.baseUrl}/mina-sidor/signera/svar`,
            CLIENT_JWKS_URI: `${config.baseUrl}/.well-known/jwks.json`,
          }),
          clientId: 'allmanning',
          clientSecret,
        },
    smtpUrl: config.smtpUrl ? null : `smtp://127.0.0.1:${smtpPort}`,
    receivedMail: config.smtpUrl ? null : begin('mail', { SMTP_PORT: String(smtpPort) }),
    registers: {
      population: registers.population ? null : begin('population-register'),
      company: registers.company ? null : begin('company-register'),
      guardianship: registers.guardianship ? null : begin('guardianship-register'),
    },
    caseSystems: {
      kundhandelser: caseSystems.kundhandelser
        ? null
        : { url: begin('kundhandelser', { API_KEY: clientSecret }), key: clientSecret, keeper: sottunga },
      zgw: caseSystems.zgw
        ? null
        : {
            url: `${begin('zgw', { CLIENT_ID: zgwClient.id, CLIENT_SECRET: zgwClient.secret })}/zaken/api/v1`,
            client: zgwClient,
            authority: 'Grannkommunen (påhittad)',
            keeper: sottunga,
          },
    },
    mandateRegisters: mandateRegisters(config, begin),
    persons: config.oidc ? [] : testPersons,
  };
  const all = Promise.all(starting);
  all.catch(() => undefined); // told to whoever waits until they are ready
  return {
    ...standIns,
    async ready() {
      await all;
    },
    async stop() {
      for (const one of await Promise.allSettled(starting)) if (one.status === 'fulfilled') await one.value.stop();
    },
  };
}
