import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { RoleGrant, Task } from '../src/kernel/authority.ts';
import { freePort } from '../src/kernel/embedded/server.ts';
import { makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { type AgreementId, type AuthorityId, derivedId, type PartyId } from '../src/kernel/ids.ts';
import type { Subscription } from '../src/kernel/jobs/subscription.ts';
import type { EventBody } from '../src/kernel/outbox.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { ensureParty, revealer } from '../src/modules/identity/index.ts';
import { mailboxRoutes } from '../src/modules/mailbox/index.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import {
  addEmployees,
  askCalculation,
  auditRoutes,
  openRun,
  ownPayRoutes,
  payrollRoutes,
  payslipSubscriptions,
  recordFacts,
  reportRoutes,
  reportSubscriptions,
  runSubscriptions,
} from '../src/modules/payroll/index.ts';
import { oldLinesFromFile } from '../src/modules/payroll/parallel/old-lines-from-file.ts';
import { numbersOf, unpackLines } from '../src/modules/payroll/run/packed-lines.ts';
import { shapesOf } from '../src/modules/payroll/run/run-jobs.ts';
import { draftLines, mapCode } from '../src/modules/payroll/store/parallel.ts';
import { loadRun } from '../src/modules/payroll/store/run.ts';
import { refusalTexts } from '../src/wired-texts.ts';
import { laterFacts, payPeople } from '../worlds/demo/pay-people.ts';
import { database } from './database.ts';
import { engine, secrets } from './pay-world.ts';
import { testPerson } from './simulators.ts';

const now = Temporal.Instant.from('2026-05-20T08:00:00Z');
const office = 9000099 as AuthorityId;
const month = Temporal.PlainYearMonth.from('2026-05');

/** The sixteen, by slug: how many made-up people each pays beside the test persons, and who are those. */
export const employers = {
  sottunga: [9, ['anna', 'aino', 'bengt', 'siv']],
  ...Object.fromEntries(
    ['brando', 'eckero', 'finstrom', 'foglo', 'geta', 'hammarland', 'jomala', 'kokar', 'kumlinge', 'lemland']
      .concat(['lumparland', 'mariehamn', 'saltvik', 'sund', 'vardo'])
      .map((slug) => [slug, [3, []]]),
  ),
} as Readonly<Record<string, readonly [number, readonly string[]]>>;

/** Who has an old system beside ours, and has never been paid from here. */
const newcomer = 'kokar';
const withMistakes = ['sottunga'];

/** What for, employed by the office or by the municipality, and where. */
type Job = readonly [Task, 'here' | 'office', readonly string[] | 'all'];
const jobs: Readonly<Record<string, Job>> = {
  lena: ['payroll', 'office', 'all'],
  tomas: ['payroll', 'office', 'all'],
  gun: ['payroll', 'here', ['sottunga', 'kokar']],
  bengt: ['payroll-time', 'here', ['sottunga']],
  viola: ['payroll-audit', 'here', ['sottunga']],
};

export type PayOffice = {
  readonly base: string;
  /** Sends a form as a page has it, without a browser: for what is done many times over. @returns where it led */
  post(url: string, who: string, fields?: Readonly<Record<string, string>>): Promise<string>;
  /** Has the jobs do what has been asked for. */
  settle(): Promise<void>;
};

/** An office of two that pays sixteen municipalities, with an April behind it and a May to come; and its pages. */
export function payOffice(): PayOffice {
  const db = database(mayActBy('high'));
  const ids = new Map<string, AuthorityId>();
  const parties = new Map<string, PartyId>();
  let app: App;
  let folder = '';
  let base = '';
  const seen = new Set<string>();
  let subscriptions: readonly Subscription[] = [];

  const worker = (fence: Scope['fence']) =>
    db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence, now });
  const idOf = (slug: string) => ids.get(slug) as AuthorityId; // of the sixteen
  const partyOf = (sub: string) => parties.get(sub) as PartyId; // of the test persons

  function grantsOf(who: string): RoleGrant[] {
    const [task, from, where] = jobs[who] ?? ['dialogue', 'here', []];
    return (where === 'all' ? [...ids.keys()] : where).map((slug) => ({
      ...{ id: `${who} ${slug}`, role: 'case-officer', authority: idOf(slug), unit: null, tasks: [task], rights: [] },
      ...(from === 'office'
        ? { employer: office, agreement: 'agreement' as AgreementId }
        : { employer: idOf(slug), agreement: null }),
    }));
  }

  async function sessionOf(who: string): Promise<SessionFacts | null> {
    const party = parties.get(who);
    if (!party) return null;
    const { name, language } = testPerson(who);
    return { session: derivedId('s', who), party, name, assurance: 'high', language, grants: grantsOf(who) };
  }

  async function settle(): Promise<void> {
    for (;;) {
      const published = await db.sql<{ id: string; kind: EventBody['kind']; body: object }>(
        'select event_id as id, kind, body from kernel.outbox order by event_id',
      );
      const events = published.filter(({ id }) => !seen.has(id));
      if (events.length === 0) return;
      for (const { id, kind, body } of events) {
        seen.add(id);
        const event = { kind, ...body } as EventBody; // as it was published
        const about = { event: id, attempt: 1, lastAttempt: false } as never;
        for (const one of subscriptions) if (one.kind === kind) await one.handle(worker(event), event, about);
      }
    }
  }

  async function employ(slug: string): Promise<void> {
    const [people, known] = employers[slug] ?? [0, []];
    const authority = idOf(slug);
    const scope = worker({ authorities: [authority], parties: [] });
    const employer = { slug, people, known: [...known], releaser: 'gun', now: '', mistakes: false };
    const staff = payPeople(employer, month, (sub) => ({
      ...{ name: testPerson(sub).name, party: partyOf(sub), birthDate: '1984-03-14' },
    }));
    await addEmployees(scope, authority, staff, 'world');
    if (slug === newcomer) {
      for (const back of [2, 1]) await besideTheOld(slug, await calculated(slug, month.subtract({ months: back })));
      return;
    }
    const run = await calculated(slug, month.subtract({ months: 1 }));
    await db.sql(`update payroll.run set state = 'released' where run_id = $1`, [run]);
    const released = { kind: 'payroll.released', authorities: [authority], parties: [], authority, run } as const;
    await scope.write((tx) => scope.publish(tx, released));
    await settle();
    const salaryOf = (n: number) => {
      const salary = staff[n]?.facts.find(({ kind }) => kind === 'salary');
      return salary?.kind === 'salary' ? salary.body : { monthly: 0, share: 0 };
    };
    for (const { n, facts } of laterFacts(slug, month, salaryOf, withMistakes.includes(slug))) {
      const id = staff[n]?.id;
      if (id) await recordFacts(scope, authority, id, facts, 'world');
    }
  }

  async function calculated(slug: string, of: Temporal.PlainYearMonth): Promise<string> {
    const authority = idOf(slug);
    const scope = worker({ authorities: [authority], parties: [] });
    const [from, to] = [of.toPlainDate({ day: 1 }).toString(), of.toPlainDate({ day: of.daysInMonth }).toString()];
    const run = await openRun(scope, authority, { kind: 'regular', month: { from, to }, paymentDate: to });
    await askCalculation(scope, { authority, run });
    await settle();
    return run;
  }

  /** What the old system made of the month: the same as ours, but for one mistake. */
  async function besideTheOld(slug: string, run: string): Promise<void> {
    const authority = idOf(slug);
    const scope = worker({ authorities: [authority], parties: [] });
    const found = await scope.read((tx) => loadRun(tx, authority, run));
    const drafts = await scope.read((tx) => draftLines(tx, authority, found?.from ?? ''));
    const shapes = await shapesOf(scope, drafts);
    const codes = new Set<string>();
    await scope.write(async (tx) => {
      for (const [n, { number, lines, from, to }] of drafts.entries()) {
        for (const { code, amount } of unpackLines(shapes, numbersOf(lines), { from, to })) {
          const isWrong = n === 0 && code === 'monthly';
          const row = {
            month: from,
            number,
            code: `G-${code}`,
            amount: String((amount - (isWrong ? 5_000 : 0)) / 100),
          };
          await oldLinesFromFile.take(tx, scope, authority, row);
          if (code !== 'monthly') codes.add(code);
        }
      }
    });
    const desk = db.scopes({ actor: scope.actor, room: 'official', fence: scope.fence, now });
    await desk.write(async (tx) => {
      for (const code of codes) await mapCode(tx, authority, `G-${code}`, code, { party: partyOf('lena'), at: now });
    });
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pay-office-'));
    const files = makeFileStore(folder);
    subscriptions = [
      ...runSubscriptions(engine),
      ...payslipSubscriptions({ files, book: engine.book }),
      ...reportSubscriptions({ files, reveal: revealer(secrets), production: false }),
    ];
    const rows = await db.sql<{ slug: string; id: AuthorityId }>(
      `update directory.authority set joined_at = now() where slug = any ($1) returning slug, authority_id as id`,
      [Object.keys(employers)],
    );
    for (const { slug, id } of rows) ids.set(slug, id);
    const nobody = worker({ authorities: [], parties: [] });
    for (const sub of ['anna', 'aino', 'siv', ...Object.keys(jobs)])
      parties.set(sub, await ensureParty(nobody, secrets, testPerson(sub)));
    await db.sql('update identity.party set is_protected = true where party_id = $1', [partyOf('siv')]);
    for (const slug of Object.keys(employers)) await employ(slug);
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    app = await makeApp(
      {
        ...{ baseUrl: base, version: '0', development: true, trustProxy: false, secret: 'test' },
        ...{ metricsToken: null, rateLimits: false, logger: false },
      },
      {
        findSession: sessionOf,
        makeScope: (parts) => db.scopes({ ...parts, now }),
        officialAssurance: 'high',
        refusalTexts,
        healthPool: db.pools.resident,
        routes: [
          (room) => payrollRoutes(room, { engine, secrets }),
          (room) => ownPayRoutes(room, { engine }),
          (room) => reportRoutes(room, { files }),
          auditRoutes,
          (room) => mailboxRoutes(room, { files }),
        ],
      },
    );
    await app.listen({ port, host: '127.0.0.1' });
  });
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get base() {
      return base;
    },
    async post(url, who, fields = {}) {
      const page = await app.inject({
        url: '/lon/sottunga/uppgifter',
        headers: { host: new URL(base).host },
        cookies: { session: who },
      });
      const cookies: Record<string, string> = { session: who };
      for (const { name, value } of page.cookies) cookies[name] = value;
      const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
      const headers = { host: new URL(base).host, 'content-type': 'application/x-www-form-urlencoded' };
      const payload = new URLSearchParams({ ...fields, _csrf: csrf }).toString();
      const answer = await app.inject({ method: 'POST', url, cookies, headers, payload });
      if (answer.statusCode !== 303) throw new Error(`${url}: ${answer.statusCode}`);
      return String(answer.headers.location);
    },
    settle,
  };
}
