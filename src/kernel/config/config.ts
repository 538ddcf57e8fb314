import { join, resolve } from 'node:path';
import type { PoolUrls } from '../database/pools.ts';
import type { AuthorityId } from '../ids.ts';
import { projectRoot } from '../project-root.ts';
import { isDefaultKey, makeSecrets } from '../secrets.ts';
import { StartProblem } from '../start-problem.ts';
import { type MandateRegisters, mandateRegistersIn } from './mandate-registers.ts';
import { url } from './url.ts';
import type { Environment, Variable } from './variables.ts';

export type Oidc = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
export type RegisterUrls = {
  readonly population: string | null;
  readonly company: string | null;
  readonly guardianship: string | null;
};
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

export type CaseSystems = {
  readonly kundhandelser: { readonly url: string; readonly key: string; readonly keeper: AuthorityId } | null;
  readonly zgw: {
    readonly url: string;
    readonly client: { readonly id: string; readonly secret: string };
    readonly authority: string;
    /** Whose administrator says what its codes mean. */
    readonly keeper: AuthorityId;
  } | null;
};

/** What the environment says, checked once; null stands for "not given", and the start decides what stands in. */
export type Config = {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Where people find us: scheme and host, without a slash at the end. */
  readonly baseUrl: string;
  /** Whose `X-Forwarded-*` is believed; false: nobody's. */
  readonly trustProxy: string | false;
  readonly dataFolder: string;
  readonly filesFolder: string;
  /** The owner's; null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly loginUrls: { readonly [Room in keyof PoolUrls]: string | undefined };
  /** Null: the one kept in the data folder, made the first time. */
  readonly dataKey: string | null;
  /** Null: the test e-ID. */
  readonly oidc: Oidc | null;
  readonly officialAssurance: 'high' | 'substantial';
  /** Null: the mail server for development. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Null: the made-up ones of development, and nobody in production. */
  readonly registers: RegisterUrls;
  /** Other authorities' case systems; null: nobody is asked, or in development a made-up one. */
  readonly caseSystems: CaseSystems;
  /** Null: nobody is asked, or in development made-up ones. */
  readonly mandateRegisters: MandateRegisters;
  readonly clamavUrl: string | null;
  readonly metricsToken: string | null;
  readonly logLevel: LogLevel;
  /** Whether an empty database gets the demo world. */
  readonly demo: boolean;
};

/**
 * @throws StartProblem that names the variable, what is wrong with it, and what to write; never a secret's value
 */
export function readConfig(env: Environment): Config {
  const production = oneOf(env, 'NODE_ENV', ['production', 'development', 'test'], 'development') === 'production';
  const port = portOf(env);
  const baseUrl = baseUrlOf(env, port);
  const dataFolder = resolve(projectRoot, env.DATA_FOLDER || '.data');
  const config: Config = {
    production,
    host: env.HOST || '127.0.0.1',
    port,
    baseUrl,
    trustProxy: env.TRUST_PROXY || false,
    dataFolder,
    filesFolder: env.FILES_FOLDER ? resolve(projectRoot, env.FILES_FOLDER) : join(dataFolder, 'files'),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    loginUrls: {
      official: url(env, 'DATABASE_URL_OFFICIAL', ['postgres:', 'postgresql:']) ?? undefined,
      resident: url(env, 'DATABASE_URL_RESIDENT', ['postgres:', 'postgresql:']) ?? undefined,
      worker: url(env, 'DATABASE_URL_WORKER', ['postgres:', 'postgresql:']) ?? undefined,
    },
    dataKey: dataKeyOf(env),
    oidc: oidcOf(env),
    officialAssurance: oneOf(env, 'OFFICIAL_ASSURANCE', ['high', 'substantial'], 'high'),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: env.MAIL_FROM || `no-reply@${new URL(baseUrl).hostname}`,
    registers: {
      population: url(env, 'POPULATION_REGISTER_URL', ['https:', 'http:']),
      company: url(env, 'COMPANY_REGISTER_URL', ['https:', 'http:']),
      guardianship: url(env, 'GUARDIANSHIP_REGISTER_URL', ['https:', 'http:']),
    },
    caseSystems: caseSystemsOf(env),
    mandateRegisters: mandateRegistersIn(env),
    clamavUrl: url(env, 'CLAMAV_URL', ['tcp:']),
    metricsToken: metricsTokenOf(env),
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels, production ? 'info' : 'warn'),
    demo: oneOf(env, 'DEMO', ['yes', 'no'], production ? 'no' : 'yes') === 'yes',
  };
  if (production) refuseForProduction(config);
  return config;
}

/** What may never meet real people. The demo data that a database already holds is looked for at the start. */
function refuseForProduction(config: Config): void {
  if (!config.baseUrl.startsWith('https:')) {
    throw new StartProblem('Production needs BASE_URL with https, such as BASE_URL=https://tjanster.example.se.');
  }
  if (!config.oidc) {
    throw new StartProblem('Production refuses the test e-ID: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.');
  }
  if (!config.oidc.issuer.startsWith('https:')) {
    throw new StartProblem('Production refuses an e-ID provider without https: OIDC_ISSUER must begin with https.');
  }
  if (config.dataKey === null) {
    throw new StartProblem('Production refuses a generated key: set DATA_KEY, made with bin/allmanning key.');
  }
  if (isDefaultKey(config.dataKey)) {
    throw new StartProblem('Production refuses the example DATA_KEY: make your own with bin/allmanning key.');
  }
  if (!config.smtpUrl) {
    throw new StartProblem('Production needs a real mail server: set SMTP_URL.');
  }
  const register = Object.values(config.registers).find((one) => one !== null && !one.startsWith('https:'));
  if (register !== undefined) {
    throw new StartProblem('Production refuses a register without https: its …_REGISTER_URL must begin with https.');
  }
  const { kundhandelser, zgw } = config.caseSystems;
  if ([kundhandelser, zgw].some((one) => one !== null && !one.url.startsWith('https:'))) {
    throw new StartProblem(
      'Production refuses a case system without https: KUNDHANDELSER_URL and ZGW_URL must begin with https.',
    );
  }
  const { minaOmbud, suomiFi } = config.mandateRegisters;
  if ([minaOmbud?.url, minaOmbud?.tokenUrl, suomiFi?.url].some((one) => one && !one.startsWith('https:'))) {
    throw new StartProblem(
      'Production refuses a register of mandates without https: MINA_OMBUD_URL, MINA_OMBUD_TOKEN_URL and SUOMI_FI_URL must begin with https.',
    );
  }
  if (config.demo) {
    throw new StartProblem('Production refuses demo data: leave out DEMO.');
  }
}

function oneOf<T extends string>(env: Environment, name: Variable, allowed: readonly T[], otherwise: T): T {
  const given = env[name];
  if (!given) return otherwise;
  const known = allowed.find((value) => value === given);
  if (known === undefined) throw new StartProblem(`${name} is ${allowed.join(', ')}, not "${given}".`);
  return known;
}

function portOf(env: Environment): number {
  const given = env.PORT || '3000';
  const port = Number(given);
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port;
  throw new StartProblem(`PORT is a number from 0 to 65535, not "${given}".`);
}

function baseUrlOf(env: Environment, port: number): string {
  const given = env.BASE_URL || `http://127.0.0.1:${port}`;
  const parsed = URL.canParse(given) ? new URL(given) : undefined;
  if (parsed && /^https?:$/.test(parsed.protocol) && parsed.pathname === '/' && !parsed.search && !parsed.username) {
    return parsed.origin;
  }
  throw new StartProblem(`BASE_URL is an address without a path, such as https://tjanster.example.se, not "${given}".`);
}

function dataKeyOf(env: Environment): string | null {
  if (!env.DATA_KEY) return null;
  try {
    makeSecrets(env.DATA_KEY);
  } catch (cause) {
    throw new StartProblem(`${(cause as Error).message}.`, cause);
  }
  return env.DATA_KEY;
}

function oidcOf(env: Environment): Oidc | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    throw new StartProblem('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set together or not at all.');
  }
  if (url(env, 'OIDC_ISSUER', ['https:', 'http:'])) return { issuer, clientId, clientSecret };
  throw new StartProblem('OIDC_ISSUER is the address of the e-ID provider.');
}

function caseSystemsOf(env: Environment): CaseSystems {
  const kundhandelser = url(env, 'KUNDHANDELSER_URL', ['https:', 'http:']);
  const { KUNDHANDELSER_KEY: key, ZGW_CLIENT_ID: id, ZGW_CLIENT_SECRET: secret, ZGW_AUTHORITY: authority } = env;
  if ((kundhandelser === null) !== !key) {
    throw new StartProblem('KUNDHANDELSER_URL and KUNDHANDELSER_KEY are set together or not at all.');
  }
  const mina =
    kundhandelser === null || !key ? null : { url: kundhandelser, key, keeper: keeperOf(env, 'KUNDHANDELSER_KEEPER') };
  const zgw = url(env, 'ZGW_URL', ['https:', 'http:']);
  if (zgw === null && !id && !secret && !authority) {
    return { kundhandelser: mina, zgw: null };
  }
  if (zgw === null || !id || !secret || !authority) {
    throw new StartProblem(
      'ZGW_URL, ZGW_CLIENT_ID, ZGW_CLIENT_SECRET and ZGW_AUTHORITY are set together or not at all.',
    );
  }
  return {
    kundhandelser: mina,
    zgw: { url: zgw, client: { id, secret }, authority, keeper: keeperOf(env, 'ZGW_KEEPER') },
  };
}

/** Who runs the installation, when the environment names nobody else. */
const OPERATOR = 9000001 as AuthorityId;

function keeperOf(env: Environment, name: Variable): AuthorityId {
  const given = env[name];
  if (!given) return OPERATOR;
  if (/^\d{7}$/.test(given)) return Number(given) as AuthorityId;
  throw new StartProblem(`${name} is the number of an authority, such as 7522281, not "${given}".`);
}

function metricsTokenOf(env: Environment): string | null {
  const token = env.METRICS_TOKEN;
  if (!token) return null;
  if (token.length >= 16) return token;
  throw new StartProblem('METRICS_TOKEN is too short: at least 16 characters.');
}
