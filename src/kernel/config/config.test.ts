import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../project-root.ts';
import { exampleDataKey, generateDataKey } from '../secrets.ts';
import { readConfig } from './config.ts';
import { type Environment, type Variable, variables } from './variables.ts';

const production = {
  NODE_ENV: 'production',
  BASE_URL: 'https://tjanster.example.se',
  DATA_KEY: generateDataKey(),
  OIDC_ISSUER: 'https://eid.example.se',
  OIDC_CLIENT_ID: 'allmanning',
  OIDC_CLIENT_SECRET: 'a secret',
  SMTP_URL: 'smtps://mail.example.se',
} satisfies Environment;

const suomiFi = {
  ...{ SUOMI_FI_URL: 'https://mandates.example.fi', SUOMI_FI_CLIENT_ID: 'c', SUOMI_FI_API_KEY: 'k' },
  ...{ SUOMI_FI_REST_KEY: 'r', SUOMI_FI_OAUTH_PASSWORD: 'p', SUOMI_FI_AUTHORITIES: '766' },
} satisfies Environment;

test('an empty environment is development on loopback with everything embedded', () => {
  expect(readConfig({})).toMatchObject({
    production: false,
    host: '127.0.0.1',
    port: 3000,
    baseUrl: 'http://127.0.0.1:3000',
    trustProxy: false,
    dataFolder: join(projectRoot, '.data'),
    filesFolder: join(projectRoot, '.data', 'files'),
    databaseUrl: null,
    dataKey: null,
    oidc: null,
    smtpUrl: null,
    officialAssurance: 'high',
    demo: true,
  });
});

test('production starts when everything is given, without demo data', () => {
  expect(readConfig(production)).toMatchObject({ production: true, demo: false, logLevel: 'info' });
});

test.each<[string, Environment, string]>([
  ['an address without https', { BASE_URL: 'http://tjanster.example.se' }, 'BASE_URL'],
  ['no address', { BASE_URL: undefined }, 'BASE_URL'],
  ['the test e-ID', { OIDC_ISSUER: undefined, OIDC_CLIENT_ID: undefined, OIDC_CLIENT_SECRET: undefined }, 'test e-ID'],
  ['an e-ID without https', { OIDC_ISSUER: 'http://127.0.0.1:4000' }, 'OIDC_ISSUER'],
  ['a generated key', { DATA_KEY: undefined }, 'DATA_KEY'],
  ['the example key', { DATA_KEY: exampleDataKey }, 'DATA_KEY'],
  ['the example key as an older one', { DATA_KEY: `${generateDataKey()},${exampleDataKey}` }, 'DATA_KEY'],
  ['a mail server for development', { SMTP_URL: undefined }, 'SMTP_URL'],
  ['demo data', { DEMO: 'yes' }, 'demo'],
  ['a register without https', { COMPANY_REGISTER_URL: 'http://127.0.0.1:4100' }, '_REGISTER_URL'],
  ['a case system without https', { KUNDHANDELSER_URL: 'http://127.0.0.1:1', KUNDHANDELSER_KEY: 'k' }, 'KUNDHANDELSER'],
  ['a register of mandates without https', { ...suomiFi, SUOMI_FI_URL: 'http://127.0.0.1:1' }, 'SUOMI_FI_URL'],
])('production refuses %s', (_what, change, named) => {
  expect(() => readConfig({ ...production, ...change })).toThrow(named);
});

test.each<[Variable, string]>([
  ['NODE_ENV', 'produktion'],
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['BASE_URL', 'tjanster.example.se'],
  ['BASE_URL', 'https://tjanster.example.se/kommun'],
  ['DATABASE_URL', 'mysql://root:hemlig@localhost/x'],
  ['DATABASE_URL_WORKER', 'localhost'],
  ['DATA_KEY', 'hemlig'],
  ['OIDC_CLIENT_SECRET', 'hemlig'],
  ['OFFICIAL_ASSURANCE', 'low'],
  ['COMPANY_REGISTER_URL', 'register.example'],
  ['KUNDHANDELSER_KEY', 'hemlig'],
  ['ZGW_CLIENT_SECRET', 'hemlig'],
  ['MINA_OMBUD_CLIENT_SECRET', 'hemlig'],
  ['SUOMI_FI_OAUTH_PASSWORD', 'hemlig'],
  ['SMTP_URL', 'mail.example.se:25'],
  ['CLAMAV_URL', 'http://scanner'],
  ['METRICS_TOKEN', 'hemlig'],
  ['LOG_LEVEL', 'loud'],
  ['DEMO', 'true'],
])('%s=%s is refused in a sentence that names the variable and shows no secret', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(name);
  expect(() => readConfig({ [name]: value })).not.toThrow('hemlig');
});

test('every variable is explained in docs/operate.md', () => {
  const explained = readFileSync(join(projectRoot, 'docs/operate.md'), 'utf8');
  for (const name of Object.keys(variables)) expect(explained).toContain(`\`${name}\``);
});
