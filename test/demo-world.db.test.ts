import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Foundations } from '../src/foundations.ts';
import { readConfig } from '../src/kernel/config/config.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import type { Jobs } from '../src/kernel/jobs/runner.ts';
import { makeLog } from '../src/kernel/log.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { noStandIns } from '../src/stand-ins.ts';
import { makeWiring, type Wiring } from '../src/wiring.ts';
import { loadDemo } from '../worlds/demo/load-demo.ts';
import demo from '../worlds/demo/municipalities.json' with { type: 'json' };
import officials from '../worlds/demo/officials.json' with { type: 'json' };
import { database } from './database.ts';

const db = database();
let folder: string;
let foundations: Foundations;
let wiring: Wiring;
let jobs: Jobs;
/** Milliseconds that the first loading took. */
let first: number;

async function load(): Promise<number> {
  const owner = await connectAsOwner(db.url);
  const start = performance.now();
  await loadDemo({ foundations, wiring, owner }).finally(() => owner.end());
  return performance.now() - start;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  foundations = {
    ...{ config: readConfig({ NODE_ENV: 'test', DATA_FOLDER: folder }), log: makeLog('warn'), ownerUrl: db.url },
    ...{ urls: db.urls, pools: db.pools, secrets: makeSecrets(exampleDataKey), formSecret: 'x', oidc: null },
    ...{
      smtpUrl: null,
      receivedMail: null,
      fallbackFolder: undefined,
      registers: noStandIns.registers,
      caseSystems: noStandIns.caseSystems,
      mandateRegisters: noStandIns.mandateRegisters,
      stop: async () => undefined,
    },
  };
  wiring = await makeWiring(foundations);
  jobs = await wiring.startJobs();
  first = await load();
});
afterAll(async () => {
  await jobs.stop();
  await rm(folder, { recursive: true });
});

type Row = {
  slug: string;
  settings: Record<string, number>;
  texts: { sv?: Record<string, string> };
  retention: object;
};

const adoptions = () =>
  db.sql<Row & { contact: object; code: string; revision: number }>(
    `select a.code, a.contact, s.slug, s.settings, s.texts, s.retention, s.revision
     from services.adoption s join directory.authority a using (authority_id) order by a.code, s.slug`,
  );

test('every municipality of the demo is complete: contact, days, and how long cases are kept', async () => {
  expect(demo.municipalities.map(({ code }) => code).sort()).toEqual([...officials.joined].sort());
  const rows = await adoptions();
  expect(rows).toHaveLength(3 * officials.joined.length);
  for (const row of rows) {
    expect(row.contact).toMatchObject({ email: expect.stringMatching(/@example\.org$/), phone: expect.any(String) });
    expect(row.settings.replyDays).toBeGreaterThan(0);
    expect(row.retention).toMatchObject({ decision: 'Påhittat beslut för demon' });
  }
});

test('fees on Åland are in euro and said to be made up; the law’s own figures are left to Sweden', async () => {
  for (const { code, slug, settings, texts } of await adoptions()) {
    if (slug !== 'barnomsorgsplats') continue;
    const isOnAland = code.length === 3;
    expect([code, settings.maxFee]).toEqual([code, isOnAland ? expect.any(Number) : 154_700]);
    expect(texts.sv?.['fact.maxFee']?.includes('påhittad') ?? false).toBe(isOnAland);
  }
});

test('loaded again it changes nothing, also not what somebody has decided since', async () => {
  await db.sql(`update services.adoption set settings = '{"replyDays": 3}', revision = 3 where slug = 'forslag'`);
  await db.sql(`update directory.authority set contact = '{"email": "own@example.org"}' where code = '766'`);
  const before = await adoptions();
  expect(await load()).toBeLessThan(Math.max(10_000, first));
  expect(await adoptions()).toEqual(before);
});

test('pay is as far as each municipality has come: two months in the ledger, then exceptions, a release to come, or nothing', async () => {
  const runs = await db.sql<{ slug: string; state: string; runs: number; paid: number; left: number }>(
    `select a.slug, r.state, count(*)::int as runs,
       (select count(*)::int from payroll.payslip p where p.authority_id = a.authority_id and r.state = 'posted') as paid,
       sum((select count(*) from payroll.finding f where f.authority_id = r.authority_id and f.run_id = r.run_id
         and f.cause is null and f.risk >= 5))::int as left
     from payroll.run r join directory.authority a using (authority_id) group by a.slug, a.authority_id, r.state
     order by 1, 2`,
  );
  expect(runs.map(({ slug, state, runs: n }) => `${slug} ${n} ${state}`)).toEqual([
    'foglo 2 posted',
    'kokar 1 checked',
    'kokar 2 posted',
    'mariehamn 1 calculated',
    'mariehamn 2 posted',
    'sottunga 1 calculated',
    'sottunga 2 posted',
  ]);
  for (const { state, paid, left } of runs) {
    if (state === 'posted') expect(paid).toBeGreaterThanOrEqual(24);
    if (state === 'calculated') expect(left).toBeGreaterThanOrEqual(6);
  }
  const kinds = await db.sql<{ kind: string }>(
    `select distinct f.kind from payroll.finding f join payroll.run using (authority_id, run_id)
     where state = 'calculated' and cause is null and risk >= 5 order by 1`,
  );
  expect(kinds.map(({ kind }) => kind)).toEqual([
    ...['account-shared', 'hours-high', 'negative-net', 'no-card', 'pay-jump'],
    ...['retro-high', 'time-not-approved'],
  ]);
});
