import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { makeSftpKeyPair, sftpCollector } from '../src/connectors/sftp/index.ts';
import { bankingDayOnOrAfter } from '../src/kernel/calendar/banking-days.ts';
import { freePort } from '../src/kernel/embedded/server.ts';
import { type AuthorityId, newId, type PartyId } from '../src/kernel/ids.ts';
import { permit, type Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { addDestination, seeDestination } from '../src/modules/exchange/destinations.ts';
import { addSource, endSource } from '../src/modules/exchange/fetching/sources.ts';
import { fetchSchedule, fetchSubscriptions } from '../src/modules/exchange/index.ts';
import { loadTroubledSources } from '../src/modules/exchange/store/sources.ts';
import { openBatch, takeAnswerIn } from '../src/modules/payments/index.ts';
import { database } from './database.ts';
import { type Simulator, startSimulator } from './simulators.ts';

vi.setConfig({ testTimeout: 600_000 }); // each starts several processes

const sottunga = 2480766 as AuthorityId;
const db = database();
const folder = mkdtempSync(join(tmpdir(), 'fetching-'));
const secrets = makeSecrets(exampleDataKey);
const hostKey = makeSftpKeyPair().privateKey;
let server: Simulator<'sftp-server'> | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

const fence = { authorities: [sottunga], parties: [] };
function official(): Scope {
  const actor = {
    kind: 'official',
    party: newId<PartyId>(),
    name: 'Maja',
    assurance: 'high',
    session: 's',
    grants: [],
  };
  return db.scopes({ actor: actor as never, room: 'official', fence });
}
const job = (): Scope => db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });

const [fetch] = fetchSubscriptions({
  ...{ secrets, collector: sftpCollector({ production: false }) },
  takers: {
    'bank-answer': async (tx, scope, authority, bytes) =>
      (await takeAnswerIn(tx, scope, { authority, task: 'payroll', bytes })).id,
  },
});

/** A bank with a folder of answers, that files are fetched from. */
async function bank(doneFolder: string | null = '/klara') {
  const root = mkdtempSync(join(folder, 'bank-'));
  const port = await freePort();
  const keys = makeSftpKeyPair();
  const env = { FOLDER: root, USERNAME: 'prov', PUBLIC_KEY: keys.publicKey, HOST_KEY: hostKey, PORT: String(port) };
  for (const one of ['ut', 'klara']) mkdirSync(join(root, one));
  const start = async (faults: Readonly<Record<string, string>> = {}) => {
    await server?.stop();
    server = await startSimulator('sftp-server', { ...env, ...faults });
    return server.hostKey;
  };
  const reach = { name: 'Banken', host: '127.0.0.1', port, username: 'prov', folder: '/in', collects: true };
  const made = { ...reach, hostKey: await start() };
  const to = await addDestination(official(), { secrets, makeKeyPair: () => keys }, sottunga, made);
  const key = await addSource(official(), to, { kind: 'bank-answer', folder: '/ut', doneFolder });
  const event = { kind: 'exchange.fetch-asked', authorities: [sottunga], parties: [], ...key } as never;
  const run = { event: newId(), attempt: 1, lastAttempt: false } as never;
  return {
    ...{ key, start, stop: async () => server?.stop() },
    look: async () => {
      await fetch?.handle(job(), event, run);
      const { sources } = await seeDestination(official(), to);
      const [seen] = sources;
      return { outcome: seen?.outcome, files: seen?.files.map(({ name, state }) => `${name} ${state}`) };
    },
    put: (name: string, content: string) => {
      writeFileSync(join(root, 'ut', name), content);
      utimesSync(join(root, 'ut', name), 1_760_000_000, 1_760_000_000);
    },
    there: (place: 'ut' | 'klara') => readdirSync(join(root, place)).sort(),
  };
}

async function paid(): Promise<{
  readonly message: string;
  readonly references: readonly string[];
  readonly id: string;
}> {
  const officer = official();
  const permitted = await permit(officer, 'payment.prepare', { authority: sottunga, task: 'payroll' });
  const pay = { payee: null, name: 'Anna', account: 'FI2112345600000785', amount: 100_00, reference: 'Lön' };
  const { id } = await officer.write((tx) =>
    openBatch(officer, tx, permitted, secrets, {
      ...{ authority: sottunga, task: 'payroll', purpose: 'salary', scheme: 'sepa' },
      executionDate: bankingDayOnOrAfter(Temporal.Now.plainDateISO().add({ days: 10 }), 'FI'),
      payments: [1, 2].map((n) => ({ ...pay, id: `${n}` })),
      debtor: { name: 'S', organisationNumber: '0205098-6', bic: 'AABAFI22', account: 'FI7433010001222090' },
    }),
  );
  await db.sql(
    `update payments.batch set state = 'released', released_at = now(), released_by = made_by, releaser_name = 'Cia'
     where batch_id = $1`,
    [id],
  );
  const [batch] = await db.sql<{ message: string }>(
    'select message_id as message from payments.batch where batch_id = $1',
    [id],
  );
  const rows = await db.sql<{ reference: string }>(
    'select end_to_end_id as reference from payments.payment where batch_id = $1 order by 1',
    [id],
  );
  return { id, message: batch?.message ?? '', references: rows.map(({ reference }) => reference) };
}

/** The bank takes the first and rejects the others. */
function answer({ message, references }: Awaited<ReturnType<typeof paid>>, id = newId().replaceAll('-', '')): string {
  const said = references.map(
    (reference, n) =>
      `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId>${
        n === 0 ? '<TxSts>ACSC</TxSts>' : '<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>'
      }</TxInfAndSts>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>${id}</MsgId></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${message}</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
<OrgnlPmtInfAndSts>${said.join('')}</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
}

const statesOf = (batch: string) =>
  db.sql<{ state: string }>('select state from payments.payment where batch_id = $1 order by end_to_end_id', [batch]);
const cameIn = () => db.sql<{ name: string }>(`select name from exchange.arrival where origin = 'destination'`);

test('an answer that a bank leaves is taken when it has stopped growing, once, read back per payment and moved', async () => {
  const { look, put, there } = await bank();
  const batch = await paid();
  put('svar.xml', answer(batch).slice(0, 200));
  put('annat.xml.part', 'x');
  expect(await look()).toEqual({ outcome: 'answered', files: ['annat.xml.part unfinished', 'svar.xml seen'] });
  put('svar.xml', answer(batch));
  expect((await look()).files).toContain('svar.xml seen'); // it had grown
  const before = await statesOf(batch.id);
  expect((await look()).files).toContain('svar.xml moved');
  expect([there('ut'), there('klara')]).toEqual([['annat.xml.part'], ['svar.xml']]);
  expect((await cameIn()).map(({ name }) => name)).toEqual(['svar.xml']);
  const after = await statesOf(batch.id);
  expect(new Set(after.map(({ state }) => state)).size).toBe(2);
  expect(after).not.toEqual(before);
  put('svar.xml', answer(batch)); // another of the same name
  await look();
  await look();
  expect((await cameIn()).length).toBe(1);
  expect(there('ut')).toContain('svar.xml');
});

test('a server that is killed in the middle of a file is looked in again, and both sides agree in the end', async () => {
  const { look, put, start, stop, there } = await bank();
  const batch = await paid();
  const padded = answer(batch).replace('<CstmrPmtStsRpt>', `<!--${'x'.repeat(400_000)}--><CstmrPmtStsRpt>`);
  put('stor.xml', padded);
  await look();
  await start({ DIE_AFTER_BYTES_READ: '150000' });
  expect(await look()).toEqual({ outcome: 'later', files: ['stor.xml seen'] });
  expect(new Set((await statesOf(batch.id)).map(({ state }) => state)).size).toBe(1);
  const came = (await cameIn()).length;
  await stop();
  expect((await look()).outcome).toBe('later');
  const troubled = await official().read((tx) => loadTroubledSources(tx, 10));
  expect(troubled.map(({ folder: of, outcome, detail }) => [of, outcome, detail])).toEqual([['/ut', 'later', 'lost']]);

  await start({ DIE_AT_RENAME: 'before' });
  expect((await look()).outcome).toBe('later'); // taken, and killed when it was to be moved
  expect((await cameIn()).length).toBe(came + 1);
  await start();
  expect(await look()).toEqual({ outcome: 'answered', files: ['stor.xml moved'] });
  expect((await cameIn()).length).toBe(came + 1);
  expect([there('ut'), there('klara')]).toEqual([[], ['stor.xml']]);
});

test('what is no answer is named and left, and the rest is taken; a folder that has ended is not looked in', async () => {
  const { look, put, there, key } = await bank(null);
  put('a-lista.csv', 'namn;belopp');
  put('b-svar.xml', answer(await paid()));
  await look();
  expect((await look()).files).toEqual(['a-lista.csv refused', 'b-svar.xml taken']);
  expect((await look()).files).toEqual(['a-lista.csv refused', 'b-svar.xml taken']);
  expect(there('ut')).toEqual(['a-lista.csv', 'b-svar.xml']);
  const asked = () =>
    db.sql<{ n: number }>(`select count(*)::int as n from kernel.outbox where body->>'source' = $1`, [key.source]);
  const [before] = await asked();
  const everywhere = db.scopes({
    actor: { kind: 'system', name: 'test' },
    ...{ room: 'worker', fence: { authorities: [], parties: [] } },
  });
  await fetchSchedule.run(everywhere);
  expect(await asked()).toEqual([{ n: (before?.n ?? 0) + 1 }]);
  await endSource(official(), key);
  await fetchSchedule.run(everywhere);
  expect(await asked()).toEqual([{ n: (before?.n ?? 0) + 1 }]);
});

test('a server with another key than the pinned one is asked for nothing', async () => {
  const { look, put, start } = await bank();
  put('svar.xml', answer(await paid()));
  await start({ HOST_KEY: makeSftpKeyPair().privateKey });
  expect(await look()).toEqual({ outcome: 'refused', files: [] });
});
