import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp } from '../src/app.ts';
import type { Foundations } from '../src/foundations.ts';
import { readConfig } from '../src/kernel/config/config.ts';
import { freePort } from '../src/kernel/embedded/server.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { makeLog } from '../src/kernel/log.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { noStandIns } from '../src/stand-ins.ts';
import { makeWiring } from '../src/wiring.ts';
import type { TestDatabase } from './database.ts';
import { throughEid } from './eid-browser.ts';
import { type Simulator, startSimulator } from './simulators.ts';

const registerNames = ['population', 'company', 'guardianship'] as const;
export type RegisterName = (typeof registerNames)[number];

/** The whole house with a test e-ID and the three registers, each a process of its own. */
export type RegistersHouse = {
  readonly app: App;
  readonly base: string;
  /** Signs in at the e-ID. @returns the session's token, for the cookie `session` */
  signIn(person: string): Promise<string>;
  behave(register: RegisterName, how: { readonly mode: string; readonly delayMs?: number }): Promise<void>;
  change(register: RegisterName, number: string, set: Readonly<Record<string, unknown>>): Promise<void>;
  /** All as they were; forgets the house's copies too. */
  reset(): Promise<void>;
  /** The process is gone, as when a machine is switched off. */
  kill(register: RegisterName): Promise<void>;
  isGone(register: RegisterName): boolean;
  close(): Promise<void>;
};

export async function openRegistersHouse(
  db: TestDatabase,
  {
    caseSystems = noStandIns.caseSystems,
    mandateRegisters = noStandIns.mandateRegisters,
    registerPatience,
  }: Partial<Pick<Foundations, 'caseSystems' | 'mandateRegisters' | 'registerPatience'>> = {},
): Promise<RegistersHouse> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const [eid, folder, ...running] = await Promise.all([
    startSimulator('test-eid', { CLIENT_SECRET: 'secret', REDIRECT_URIS: `${base}/logga-in/svar` }),
    mkdtemp(join(tmpdir(), 'allmanning-registers-')),
    ...registerNames.map((name) => startSimulator(`${name}-register`)),
  ]);
  const registers = Object.fromEntries(registerNames.map((name, n) => [name, running[n]])) as Record<
    RegisterName,
    Simulator<'population-register'>
  >;
  const config = readConfig({ NODE_ENV: 'test', DATA_FOLDER: folder, BASE_URL: base, LOG_LEVEL: 'error' });
  const wiring = await makeWiring({
    ...{ config, log: makeLog('error'), secrets: makeSecrets(exampleDataKey), formSecret: 'secret' },
    ...{ ownerUrl: db.url, urls: db.urls, pools: db.pools, smtpUrl: null, receivedMail: null },
    ...{ oidc: { issuer: eid.issuer, clientId: 'allmanning', clientSecret: 'secret' } },
    registers: {
      population: registers.population.url,
      company: registers.company.url,
      guardianship: registers.guardianship.url,
    },
    ...{ caseSystems, mandateRegisters, fallbackFolder: undefined, stop: async () => undefined },
    ...(registerPatience === undefined ? {} : { registerPatience }),
  });
  const jobs = await wiring.startJobs();
  const app = await makeApp(
    {
      ...{ baseUrl: base, version: '0', development: true, trustProxy: false, secret: 'secret', metricsToken: null },
      ...{ rateLimits: false, logger: false },
    },
    wiring,
  );
  await app.listen({ port, host: '127.0.0.1' });

  const gone = new Set<RegisterName>();
  async function post(register: RegisterName, path: string, body: object): Promise<void> {
    if (gone.has(register)) return;
    await fetch(registers[register].url + path, { method: 'POST', body: JSON.stringify(body) });
  }
  return {
    ...{ app, base },
    async signIn(person) {
      const start = await fetch(`${base}/logga-in/e-legitimation`, { redirect: 'manual' });
      const attempt = start.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const callback = await throughEid(new URL(start.headers.get('location') ?? ''), { person });
      const back = await fetch(callback, { redirect: 'manual', headers: { cookie: attempt } });
      const session = back.headers.getSetCookie().find((line) => line.startsWith('session='));
      return /^session=([^;]+)/.exec(session ?? '')?.[1] ?? '';
    },
    behave: (register, how) => post(register, '/control', how),
    change: (register, number, set) => post(register, '/change', { number, set }),
    async reset() {
      await Promise.all(registerNames.map((name) => post(name, '/reset', {})));
      await db.sql('truncate base_registers.copy, base_registers.asked');
    },
    isGone: (register) => gone.has(register),
    async kill(register) {
      gone.add(register);
      await registers[register].stop();
    },
    async close() {
      await app.close();
      await jobs.stop();
      await Promise.all([eid.stop(), ...running.map((one) => one.stop())]);
      await rm(folder, { recursive: true });
    },
  };
}
