import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../src/kernel/database/connection.ts';
import type { Fence } from '../src/kernel/database/fence.ts';
import { type AuthorityId, type CaseId, type DraftId, type MessageId, newId } from '../src/kernel/ids.ts';
import { drainOutbox } from '../src/kernel/jobs/drain-outbox.ts';
import type { Room } from '../src/kernel/scope.ts';
import * as actions from '../src/modules/cases/store/action.ts';
import * as cases from '../src/modules/cases/store/case.ts';
import * as caseParties from '../src/modules/cases/store/case-party.ts';
import { listQueue, type QueueFilter } from '../src/modules/cases/store/queue.ts';
import * as retention from '../src/modules/cases/store/retention.ts';
import * as reports from '../src/modules/directory/store/barrier-reports.ts';
import * as contacts from '../src/modules/identity/store/contacts.ts';
import * as parties from '../src/modules/identity/store/parties.ts';
import * as roles from '../src/modules/identity/store/roles.ts';
import * as sessions from '../src/modules/identity/store/sessions.ts';
import * as trail from '../src/modules/identity/store/trail.ts';
import * as mailbox from '../src/modules/mailbox/store.ts';
import * as tips from '../src/modules/notifications/store.ts';
import * as adoptions from '../src/modules/services/store/adoptions.ts';
import * as drafts from '../src/modules/services/store/drafts.ts';
import { database } from './database.ts';
import { id, party, plantMany, quiet, ROWS, token } from './plans/big.ts';
import { listen, type Plan } from './plans/plan.ts';

const db = database();
const plans: Plan[] = [];
let authorities: readonly AuthorityId[];
let hash: Buffer;
/** Of each kind that `party` has: a list looks at no more, and a small one may be sorted whole. */
const OWN = 300;
const now = Temporal.Instant.from('2026-02-01T12:00:00Z');
const today = Temporal.PlainDate.from('2026-02-01');
const limits = { idleMinutes: 600, absoluteHours: 1000 };

beforeAll(async () => {
  authorities = await plantMany(db);
  hash = (await db.sql<{ hash: Buffer }>(token(8)))[0]?.hash ?? Buffer.alloc(32);
  // PostgreSQL itself tells how it runs each statement, also those inside functions, to the session that sends it.
  for (const room of ['official', 'resident', 'worker'] as const) {
    const { username, pathname } = new URL(db.urls[room]);
    const settings = {
      session_preload_libraries: 'auto_explain',
      'auto_explain.log_min_duration': '0',
      'auto_explain.log_nested_statements': 'on',
      'auto_explain.log_analyze': 'on',
      'auto_explain.log_timing': 'off',
      'auto_explain.log_format': 'json',
      'auto_explain.log_level': 'notice',
    };
    for (const [name, value] of Object.entries(settings)) {
      await db.sql(`alter role ${username} in database ${pathname.slice(1)} set ${name} = '${value}'`);
    }
    db.pools[room].on('connect', (client) => listen(client, plans));
  }
});
beforeEach(() => {
  plans.length = 0;
});

/** How often each is run: after five, PostgreSQL may choose one plan for all values, which must do as well. */
const TIMES = 7;

async function inScope(room: Room, fence: Fence, call: (tx: Tx) => Promise<unknown>): Promise<void> {
  const scope = db.scopes({ actor: { kind: 'system', name: 'test' }, room, fence });
  for (let n = 0; n < TIMES; n++) await scope.write(call); // a plan is told at the latest when the commit is answered
}

const small = /^(authority|service|version|agreement|agreement_member|succession|unit|job_worker|installation)$/;

/** Every scan of a table that grows went by an index, and no run looked at more of its rows than that. */
function expectIndexed(most: number): void {
  expect(plans.length).toBeGreaterThanOrEqual(TIMES);
  const growing = plans
    .flatMap(({ query, scans }) => scans.map((scan) => ({ ...scan, query: query.replace(/\s+/g, ' ') })))
    .filter(({ table }) => !small.test(table));
  expect(growing.length).toBeGreaterThanOrEqual(TIMES);
  const bad = growing.filter(({ kind, rows }) => kind === 'Seq Scan' || rows > most);
  expect([
    ...new Set(bad.map(({ table, kind, rows, query }) => `${kind} of ${table}, ${rows} rows: ${query}`)),
  ]).toEqual([]);
}

const own: Fence = { authorities: [], parties: [party] };
const rare: Fence = { authorities: [], parties: [quiet] };
const office = (count: number): Fence => ({ authorities: authorities.slice(0, count), parties: [] });
const at = (n: number): AuthorityId => authorities[Math.floor(n / 7) % 16] as AuthorityId;

describe('a person’s own', () => {
  test('mailbox is read without anybody else’s', async () => {
    await inScope('resident', own, (tx) => mailbox.loadInbox(tx, party, undefined, 51));
    await inScope('resident', rare, (tx) => mailbox.loadInbox(tx, quiet, undefined, 51));
    const before = { at: now, id: id(9000) as MessageId };
    await inScope('resident', own, (tx) => mailbox.loadInbox(tx, party, before, 51));
    expectIndexed(OWN);
  });

  test('message is found by its key', async () => {
    const key = { party, message: id(67) as MessageId };
    await inScope('resident', own, (tx) => mailbox.loadMessage(tx, key));
    await inScope('resident', own, (tx) => mailbox.loadAttachments(tx, key));
    await inScope('resident', own, (tx) => mailbox.showAsOpened(tx, key, now));
    expectIndexed(1);
  });

  test('unread messages are counted', async () => {
    await inScope('resident', own, (tx) => mailbox.countUnread(tx, party, 100));
    expectIndexed(OWN);
  });

  test('cases are listed without anybody else’s', async () => {
    await inScope('resident', own, (tx) => caseParties.listOwnCases(tx, party, { most: 21 }));
    await inScope('resident', rare, (tx) => caseParties.listOwnCases(tx, quiet, { most: 21, waitingOnly: true }));
    await inScope('resident', own, (tx) =>
      caseParties.listOwnCases(tx, party, { most: 21, beyond: { at: now, case: id(900) } }),
    );
    expectIndexed(OWN);
  });

  test('case is found by its key, with its actions', async () => {
    const key = { authority: at(67), case: id(67) as CaseId };
    await inScope('resident', own, (tx) => cases.findCase(tx, key));
    await inScope('resident', own, (tx) => actions.listActions(tx, key));
    expectIndexed(1);
  });

  test('drafts are listed, found and saved', async () => {
    await inScope('resident', own, (tx) => drafts.loadOpenDrafts(tx, party, 20));
    await inScope('resident', own, (tx) => drafts.loadDraft(tx, party, id(67) as DraftId));
    await expect(
      inScope('resident', own, (tx) => drafts.setFiled(tx, party, id(67) as DraftId, 99, now)),
    ).rejects.toThrow('services.draft.busy');
    expectIndexed(OWN);
  });

  test('trail is read without anybody else’s', async () => {
    await inScope('resident', own, (tx) => trail.loadTrail(tx, party, null, 51));
    await inScope('resident', own, (tx) => trail.loadTrail(tx, party, id(9000), 51));
    expectIndexed(OWN);
  });

  test('name, address and sessions are found by their key', async () => {
    await inScope('resident', own, (tx) => parties.loadOwnParty(tx, party));
    await inScope('resident', own, (tx) => contacts.loadContact(tx, party));
    await inScope('resident', own, (tx) => sessions.loadSessions(tx, party, now, limits));
    expectIndexed(1);
  });
});

describe('at sign-in', () => {
  test('a session is found by its token, with the grants of today', async () => {
    for (let n = 0; n < TIMES; n++) {
      expect(await sessions.findSessionRow(db.pools.resident, hash, now, today, limits)).toBeDefined();
    }
    expectIndexed(1);
  });

  test('a party is found by its number', async () => {
    await inScope('resident', { authorities: [], parties: [] }, (tx) =>
      parties.ensurePartyRow(tx, {
        ...{ party: newId(), kind: 'person', indexes: [hash], country: 'FI', sealed: 'x', name: 'x', language: null },
        ...{ at: now },
      }),
    );
    expectIndexed(1);
  });
});

describe('an office', () => {
  const filter: QueueFilter = { assignment: 'all', show: 'open', me: party, dueBy: today };
  const queue = (count: number, changes: Partial<QueueFilter>, beyond = false) =>
    inScope('official', office(count), (tx) =>
      listQueue(
        tx,
        authorities.slice(0, count).map((authority) => ({ authority, task: 'child-care', unit: null })),
        { ...filter, ...changes },
        26,
        beyond ? { dueOn: Temporal.PlainDate.from('2026-01-09'), case: id(9000) } : null,
      ),
    );

  test.each([[1], [16]])('sees the queue of %i authorities a page at a time', async (count) => {
    await queue(count, {});
    await queue(count, {}, true);
    await queue(count, { show: 'due' });
    expectIndexed(26 * count);
    plans.length = 0;
    await queue(count, { show: 'closed' });
    expectIndexed(26 * count);
  });

  test('sees what is its own or nobody’s without looking through the whole queue', async () => {
    await queue(16, { assignment: 'mine' });
    expectIndexed(ROWS / 10); // no more than is its own
    plans.length = 0;
    await queue(16, { assignment: 'unassigned' });
    expectIndexed(26 * 16 * 2);
  });

  test('finds a case by its key, with its actions', async () => {
    const key = { authority: at(67), case: id(67) as CaseId };
    await inScope('official', office(16), (tx) => cases.findCase(tx, key));
    await inScope('official', office(16), (tx) => actions.listActions(tx, key));
    expectIndexed(1);
  });

  test('sees what is soon to be erased', async () => {
    const reach = [{ authority: at(0), task: 'child-care', unit: null } as const];
    await inScope('official', office(1), (tx) => retention.listDue(tx, reach, today.add({ days: 1000 }), 26));
    expectIndexed(ROWS / 16);
  });

  test('sees its roles, invitations and reports', async () => {
    await inScope('official', office(1), (tx) => roles.loadAssignments(tx, at(0)));
    await inScope('official', office(1), (tx) => roles.loadInvitations(tx, at(0), now));
    await inScope('official', office(1), (tx) => reports.loadBarrierReports(tx, at(0)));
    expectIndexed(ROWS / 16 + 7);
  });
});

describe('everybody and the jobs', () => {
  test('an authority’s catalogue is found by the authority', async () => {
    await inScope('resident', { authorities: [], parties: [] }, (tx) => adoptions.loadAdoptions(tx, at(0)));
    expectIndexed(80);
  });

  test('cases whose time has come are found by the day', async () => {
    const scope: Fence = { authorities: [], parties: [] };
    await inScope('worker', scope, (tx) => retention.dueForErasure(tx, today.add({ days: 2000 }), 100));
    await inScope('worker', scope, (tx) => drafts.eraseDraftsLeftAlone(tx, Temporal.Instant.from('2026-01-01T00:05Z')));
    expectIndexed(100);
  });

  test('tips that did not arrive are found without the others', async () => {
    await inScope('official', office(1), (tx) => tips.loadTroubledTips(tx, now, 50));
    await inScope('worker', office(16), (tx) => tips.loadAttempts(tx, { authority: at(3), tip: newId() }));
    expectIndexed(50);
  });

  test('the outbox is drained from its beginning, a batch at a time', async () => {
    const pool = new pg.Pool({ connectionString: db.urls.worker, max: 1 });
    pool.on('connect', (client) => listen(client, plans));
    for (let n = 0; n < TIMES; n++) await drainOutbox(pool, []);
    await pool.end();
    expectIndexed(500);
  });
});
