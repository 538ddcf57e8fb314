// What a filing costs: the POST of the last step, against the plain inserts that it can not do without.
//
// Measured: POST …/skicka of a complete suggestion to ONE municipality, by 32 connections that stay open: the whole app
// with the real wiring (rate limits off) and real sessions; each draft is validated again and becomes a case with diary
// number, first action, the person's list, audit line and event, all committed.
// Reference: a bare Fastify whose route parses the same body and runs one pipelined transaction, as the owner, whom no
// policy holds, with the same rows into the same tables: case, action, case_party, audit_line, outbox, and the draft
// marked. It looks nothing up, validates nothing, and makes its diary numbers itself.
// Both listen in this process with pools of the same size and pipelining; the load comes from a second process.
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import type pg from 'pg';
import { makeApp } from '../src/app.ts';
import { joinAuthority, shipAuthorities, untilReady } from '../src/modules/directory/index.ts';
import { openSession, usualLimits } from '../src/modules/identity/index.ts';
import { shipServices } from '../src/modules/services/index.ts';
import { makeWiring } from '../src/wiring.ts';
import { benchDatabase } from './harness/bench-database.ts';
import { benchFoundations } from './harness/bench-foundations.ts';
import { requestText, startLoad } from './harness/load-process.ts';
import { fillMailboxes } from './harness/mailboxes.ts';
import { type Bench, commit, inTurn, megabytes, rounded } from './harness/measure.ts';

const PARTIES = 200;
const CONNECTIONS = 32;
const ROUND_MS = 2_000;
const POOL = 10;
const MOST_IN_A_ROUND = 8_000;
const SEQ = 3;
const SERVICE = 'se.sundsvall/forslag';
const ANSWERS = {
  area: 'streets',
  heading: 'En bänk vid bryggan',
  text: 'Det finns ingen att vila på.',
  wantsAnswer: false,
};

export const bench: Bench = {
  says: 'the last step of an application at one municipality, against the plain inserts in one transaction',
  async run(tell) {
    const db = await benchDatabase(POOL);
    await shipAuthorities(db.owner);
    await shipServices(db.owner);
    const foundations = benchFoundations(db);
    const wiring = await makeWiring(foundations);
    const app = await makeApp(
      {
        ...{ baseUrl: foundations.config.baseUrl, version: 'bench', development: false, trustProxy: false },
        ...{ secret: foundations.formSecret, metricsToken: null, rateLimits: false, logger: foundations.log },
      },
      wiring,
    );
    const reference = fastify();
    await reference.register(formbody);
    const load = startLoad();
    try {
      const authority = await join();
      const people = await fillMailboxes(db.owner, PARTIES, 1);
      const readers = await Promise.all(people.map(({ party }) => signedIn(party)));
      tell(`${PARTIES} people, one municipality, ${CONNECTIONS} connections`);

      reference.post<{ Params: { party: string; draft: string } }>('/:party/:draft', async (request, reply) => {
        const { party, draft } = request.params;
        await plainInserts(db.ownerPool, authority, party, draft, new Date());
        return reply.redirect(`/mina-sidor/arenden/sottunga/${draft}/kvitto`, 303);
      });
      await Promise.all([app.listen({ host: '127.0.0.1', port: 0 }), reference.listen({ host: '127.0.0.1', port: 0 })]);
      const how = { status: 303, connections: CONNECTIONS, milliseconds: ROUND_MS };
      const form = { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'sv' };
      const result = await inTurn(
        tell,
        async () => {
          const drafts = await newDrafts(db.owner, authority, people);
          const requests = drafts.map(({ draft, party }) => {
            const { cookie, csrf } = readers[party] ?? { cookie: '', csrf: '' };
            const path = `/sottunga/tjanster/forslag/ansok/${draft}/skicka`;
            return requestText('POST', path, { ...form, cookie }, `seq=${SEQ}&_csrf=${csrf}`);
          });
          return load.round({ ...how, port: portOf(app), requests });
        },
        async () => {
          const drafts = await newDrafts(db.owner, authority, people);
          const requests = drafts.map(({ draft, party }) => {
            const { cookie, csrf } = readers[party] ?? { cookie: '', csrf: '' };
            const path = `/${people[party]?.party}/${draft}`;
            return requestText('POST', path, { ...form, cookie }, `seq=${SEQ}&_csrf=${csrf}`);
          });
          return load.round({ ...how, port: portOf(reference), requests });
        },
      );
      tell(`the load took ${Math.round(load.mostOwnShare() * 100)} % of a core at most`);
      const { rows } = await db.owner.query<{ cases: string; actions: string; parties: string; lines: string }>(
        `select (select count(*) from cases."case") as cases, (select count(*) from cases.action) as actions,
           (select count(*) from cases.case_party) as parties, (select count(*) from kernel.audit_line) as lines`,
      );
      const counts = Object.values(rows[0] ?? {}).map(Number);
      if (new Set(counts).size !== 1) throw new Error(`the rows do not add up: ${counts.join(', ')}`);
      return {
        bench: 'filing',
        value: Math.round(result.value),
        unit: 'filings/s',
        reference: Math.round(result.reference),
        ratio: rounded(result.ratio),
        p99_ms: rounded(result.p99),
        rss_mb: megabytes(),
        rows: counts[0] ?? 0,
        commit: commit(),
      };
    } finally {
      await load.stop();
      await Promise.all([app.close(), reference.close()]);
      await db.stop();
    }

    async function join(): Promise<number> {
      const jobs = await wiring.startJobs();
      const scope = wiring.makeScope({
        ...{ actor: { kind: 'system', name: 'bench' }, room: 'worker', fence: { authorities: [], parties: [] } },
      });
      const { authority } = await joinAuthority(scope, '766');
      wiring.settle();
      if ((await untilReady(scope, [authority], 30)) > 0) throw new Error('the catalogue was not adopted');
      await jobs.stop();
      return authority;
    }

    async function signedIn(party: Parameters<typeof openSession>[2]['party']) {
      const scope = wiring.makeScope({
        ...{ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } },
      });
      const opened = { party, assurance: 'high', device: 'bench', replaced: undefined } as const;
      const cookie = `session=${await openSession(scope, { secrets: db.secrets, limits: usualLimits }, opened)}`;
      const page = await app.inject({ url: '/mina-sidor/uppgifter', headers: { cookie } });
      return { cookie, csrf: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '' };
    }
  },
};

/** Complete drafts for one round; more than it can use, so that none is sent twice. */
async function newDrafts(owner: pg.Client, authority: number, people: readonly { party: string }[]) {
  const drafts = Array.from({ length: MOST_IN_A_ROUND }, (_none, n) => ({
    draft: randomUUID(),
    party: n % people.length,
  }));
  await owner.query('delete from services.draft');
  await owner.query(
    `insert into services.draft (party_id, draft_id, authority_id, service_id, version, seq, answers, started_at, changed_at)
     select party, draft, $3, $4, (select latest_version from services.service where service_id = $4), $5, $6, now(), now()
     from unnest($1::uuid[], $2::uuid[]) as d(party, draft)`,
    [
      drafts.map(({ party }) => people[party]?.party),
      drafts.map(({ draft }) => draft),
      authority,
      SERVICE,
      SEQ,
      ANSWERS,
    ],
  );
  await owner.query(
    'vacuum analyze services.draft, cases."case", cases.action, cases.case_party, kernel.audit_line, kernel.outbox',
  );
  return drafts;
}

let ordinal = 1_000_000;

const sql = {
  case: `insert into cases."case" (authority_id, case_id, diary_year, diary_ordinal, diary_number, service_id,
      service_version, definition_sha256, task, applicant, parties, applicant_name, protected, language, filed_at, seq,
      phase, stage, due_on, changed_at, answers, answers_sha256, settings)
    values ($1, $2, $3, $4, $5, $6, 1, $7, 'dialogue', $8, $9, 'Karin Söderström Åberg', false, 'sv', $10, 1, 'received',
      'open', $11, $10, $12, $7, $13)`,
  action: `insert into cases.action (authority_id, case_id, seq, kind, at, transaction_id, to_parties, body)
    values ($1, $2, 1, 'filed', $3, $4, $5, $6)`,
  party: `insert into cases.case_party (party_id, authority_id, case_id, role, service_id, service_version, diary_number,
      state, ball, due_on, filed_at, at)
    values ($1, $2, $3, 'applicant', $4, 1, $5, 'received', 'authority', $6, $7, $7)`,
  audit: `insert into kernel.audit_line (party_id, line_id, at, authority_id, actor_kind, actor_party, actor_name, action,
      purpose, basis, resource, request_id)
    values ($1, $2, $3, $4, 'person', $1, 'Karin Söderström Åberg', 'service.file', 'cases.purpose.filed', $5, $6, $7)`,
  event: 'insert into kernel.outbox (event_id, kind, at, body) values ($1, $2, $3, $4)',
  draft: `update services.draft set filed_at = $3, changed_at = $3, answers = '{}', typed = '{}', changes = '[]' where party_id = $1 and draft_id = $2`,
};

/** The rows of one filing, pipelined in one transaction. */
async function plainInserts(pool: pg.Pool, authority: number, party: string, id: string, at: Date): Promise<void> {
  const client = await pool.connect();
  try {
    const sha = 'a'.repeat(64);
    const number = `SOT 2026-${++ordinal}`;
    const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
    const basis = [{ kind: 'self', id: party, source: 'sign-in', checkedAt: at.toISOString() }];
    await Promise.all([
      client.query('begin'),
      run('case', sql.case, [
        ...[authority, id, 2026, ordinal, number, SERVICE, sha, party, [party], at, '2026-12-31'],
        ...[JSON.stringify(ANSWERS), '{"replyDays": 14}'],
      ]),
      run('action', sql.action, [
        authority,
        id,
        at,
        id,
        [party],
        JSON.stringify({ by: { party }, basis, act: 'filed' }),
      ]),
      run('party', sql.party, [party, authority, id, SERVICE, number, '2026-12-31', at]),
      run('audit', sql.audit, [
        ...[party, randomUUID(), at, authority, JSON.stringify(basis)],
        ...[JSON.stringify({ case: id, service: SERVICE }), randomUUID()],
      ]),
      run('event', sql.event, [
        ...[randomUUID(), 'case.filed', at],
        JSON.stringify({ authorities: [authority], parties: [party], authority, case: id, seq: 1 }),
      ]),
      run('draft', sql.draft, [party, id, at]),
      client.query('commit'),
    ]);
  } finally {
    client.release();
  }
}

function portOf({ server }: { readonly server: { address(): AddressInfo | string | null } }): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}
