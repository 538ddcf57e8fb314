import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { makeApp } from '../../src/app.ts';
import type { Foundations } from '../../src/foundations.ts';
import { readConfig } from '../../src/kernel/config/config.ts';
import { connectAsOwner } from '../../src/kernel/database/owner.ts';
import type { App } from '../../src/kernel/http/app-types.ts';
import { exampleDataKey, makeSecrets } from '../../src/kernel/secrets.ts';
import { shipSignatureKey } from '../../src/modules/signing/index.ts';
import { noStandIns } from '../../src/stand-ins.ts';
import { makeWiring } from '../../src/wiring.ts';
import { loadDemo } from '../../worlds/demo/load-demo.ts';
import type { TestDatabase } from '../database.ts';
import { startSimulator } from '../simulators.ts';

const baseUrl = 'http://127.0.0.1:3000';

/** The whole house in this process, with the demo world, and everything that it says on the way. */
export type House = {
  readonly app: App;
  /** Log lines as they are made, before the last net that the log itself has. */
  readonly log: readonly string[];
  readonly filesFolder: string;
  /** What was received for addresses that hold this: head, subject and text. */
  mailsTo(address: string): Promise<string[]>;
  close(): Promise<void>;
};

/** @param registers those that answer; the others are not connected */
export async function openHouse(db: TestDatabase, registers: Partial<Foundations['registers']> = {}): Promise<House> {
  // Events and jobs go as quickly as they come: kept here as they are written.
  await db.sql('create table kernel.seen (what text, content text)');
  await db.sql(`create function kernel.see() returns trigger language plpgsql security definer as $$
    begin insert into kernel.seen values (tg_table_name, to_jsonb(new)::text); return null; end $$`);
  for (const table of ['kernel.outbox', 'graphile_worker._private_jobs']) {
    await db.sql(`create trigger seen after insert or update on ${table} for each row execute function kernel.see()`);
  }

  const secret = 'secret';
  const secrets = makeSecrets(exampleDataKey);
  const owner = await connectAsOwner(db.url);
  await shipSignatureKey(owner, secrets);
  const [published] = await db.sql<{ jwk: object }>('select public_jwk as jwk from signing.key');
  const [eid, mail, folder] = await Promise.all([
    startSimulator('test-eid', {
      ...{ CLIENT_SECRET: secret, CLIENT_JWKS: JSON.stringify({ keys: [published?.jwk] }) },
      REDIRECT_URIS: `${baseUrl}/logga-in/svar,${baseUrl}/mina-sidor/signera/svar`,
    }),
    startSimulator('mail'),
    mkdtemp(join(tmpdir(), 'allmanning-traces-')),
  ]);
  const filesFolder = join(folder, 'files');
  const log: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log.push(String(chunk));
      done();
    },
  });
  const foundations: Foundations = {
    config: readConfig({ NODE_ENV: 'test', DATA_FOLDER: folder, LOG_LEVEL: 'debug' }),
    log: pino({ level: 'debug' }, stream),
    ...{ ownerUrl: db.url, urls: db.urls, pools: db.pools, secrets, formSecret: secret },
    oidc: { issuer: eid.issuer, clientId: 'allmanning', clientSecret: secret },
    ...{
      smtpUrl: mail.smtp,
      receivedMail: mail.http,
      fallbackFolder: undefined,
      caseSystems: noStandIns.caseSystems,
      mandateRegisters: noStandIns.mandateRegisters,
      registers: { ...noStandIns.registers, ...registers },
      registerPatience: 60_000,
      stop: async () => undefined,
    },
  };
  const wiring = await makeWiring(foundations);
  const jobs = await wiring.startJobs();
  await loadDemo({ foundations, wiring, owner });
  await owner.end();
  const app = await makeApp(
    {
      ...{ baseUrl, version: '0', development: true, trustProxy: false, secret, metricsToken: null, rateLimits: false },
      logger: foundations.log,
    },
    wiring,
  );
  return {
    ...{ app, log, filesFolder },
    async mailsTo(address) {
      type Mail = { to: string[]; headers: { key: string; value: string }[]; subject: string; text: string };
      const received = (await (await fetch(`${mail.http}/messages`)).json()) as Mail[];
      return received
        .filter(({ to }) => to.join().includes(address))
        .map(({ headers, subject, text }) =>
          [...headers.map(({ key, value }) => `${key}: ${value}`), subject, text].join('\n'),
        );
    },
    async close() {
      await app.close();
      await jobs.stop();
      await Promise.all([eid.stop(), mail.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}
