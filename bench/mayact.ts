// What an answer to the one question of authority costs.
//
// Measured: `decide` on one core, with the facts at hand: 100 mandates of the holder (twenty of them from the principal,
// one in ten passed on), rights of two registers and what is known of the principal, and questions of every kind for
// different principals, of which about half are answered with yes.
// Reference: the same questions with the facts read from the database for each, as every page of who acts for another does:
// one fenced statement, by 20 workers on a pool of 10 connections.

import type { Action, Question, Reach, Resource } from '../src/kernel/authority.ts';
import { type AuthorityId, newId, type PartyId, type ServiceId } from '../src/kernel/ids.ts';
import { scopeMaker } from '../src/kernel/scope.ts';
import { decide, type Facts, mayActBy } from '../src/modules/mandates/index.ts';
import { benchDatabase } from './harness/bench-database.ts';
import { type Bench, commit, inTurn, megabytes, type Round, round, rounded } from './harness/measure.ts';

const MANDATES = 100;
const PRINCIPALS = 5;
const WORKERS = 20;
const ROUND_MS = 2_000;
const BATCH = 1_000;

const authority = 2480766 as AuthorityId;
const at = Temporal.Now.instant();
const day = 24 * 3_600_000;
const now = at.epochMilliseconds;
const actor = { kind: 'person', party: newId<PartyId>(), name: 'A', assurance: 'high', session: 's' } as const;
const principals = Array.from({ length: PRINCIPALS }, () => newId<PartyId>());

const reaches: readonly Reach[] = [
  { kind: 'mail', authority },
  { kind: 'case', authority, case: newId() },
  { kind: 'service', authority, service: 'se.sundsvall/forslag' as ServiceId },
  { kind: 'authority', authority },
  { kind: 'property', authority, property: 'Sottunga 1:2' },
];

function mandates(): Facts['mandates'] {
  const found: Facts['mandates'][number][] = [];
  for (let n = 0; n < MANDATES; n++) {
    const isPassedOn = n % 10 === 9;
    const parent = found.at(-1);
    found.push({
      ...{ id: newId(), grantors: [principals[n % PRINCIPALS] as PartyId], holders: [actor.party], level: 'active' },
      ...{
        reach: reaches[n % reaches.length] as Reach,
        mayPassOn: n % 10 === 8,
        from: now - day,
        until: now + 90 * day,
      },
      ...{ registeredAt: now - day, ended: n % 4 === 0 ? { how: 'revoked', at: now - 1 } : null, suspended: null },
      ...{ passedOn: isPassedOn && parent ? { from: parent.id, by: actor.party } : null, evidence: 'e' },
    });
  }
  return found;
}

const facts: Facts = {
  officialAssurance: 'high',
  mandates: mandates(),
  registerRights: principals.slice(0, 2).map((principal, n) => ({
    ...{ kind: n === 0 ? 'guardian' : 'god-man', id: `r${n}`, actor: actor.party, principal, alone: true },
    ...{
      duties: n === 0 ? null : ['property'],
      from: now - day,
      until: null,
      rests: null,
      checkedAt: now,
      evidence: 'e',
    },
    source: n === 0 ? 'population' : 'guardianship',
  })),
  personStates: [
    { party: principals[4] as PartyId, kind: 'under-forvaltare', since: now - day, source: 'guardianship' },
  ],
  elsewhere: [],
  silentSources: [],
  principalKind: 'person',
};

const asked: readonly (readonly [Action, Resource])[] = [
  ['case.read-own', {}],
  ['service.file', { authority, service: 'se.sundsvall/forslag' as ServiceId, assurance: 'substantial' }],
  ['mailbox.read', { authority }],
  ['case.complete', { authority, case: newId(), service: 'se.sundsvall/annat' as ServiceId }],
  ['party.represent', {}],
  ['audit.read-own', {}],
];
const questions: readonly Question[] = principals.flatMap((principal) =>
  asked.map(([action, resource]) => ({ actor, principal, action, resource, at })),
);
const questionAt = (n: number) => questions[n % questions.length] as Question; // the remainder is within the list

async function decideFor(milliseconds: number): Promise<Round> {
  const start = performance.now();
  let done = 0;
  let yes = 0;
  while (performance.now() - start < milliseconds) {
    for (let n = 0; n < BATCH; n++) if (decide(facts, questionAt(n)).decision === 'yes') yes += 1;
    done += BATCH;
  }
  if (yes === 0 || yes === done) throw new Error('every question had the same answer');
  return { perSecond: (done * 1000) / (performance.now() - start), p99: 0 };
}

export const bench: Bench = {
  says: 'decisions on one core with the facts at hand, against the same with the facts read from the database',
  async run(tell) {
    const db = await benchDatabase(10);
    try {
      for (const one of facts.mandates) {
        await db.owner.query(
          `insert into mandates.mandate (mandate_id, seq, parties, grantors, holders, reach, level, may_pass_on, valid_from,
             valid_until, registered_at, ended_how, ended_at, passed_on_from, passed_on_by, evidence, names)
           values ($1, 1, $2::uuid[] || $3::uuid[], $2, $3, $4, $5, $6, now() - interval '1 day', now() + interval '90 days',
             now() - interval '1 day', $7, case when $7::text is not null then now() end, $8, $9, 'e', '{}')`,
          [
            ...[one.id, one.grantors, one.holders, JSON.stringify(one.reach), one.level, one.mayPassOn],
            ...[one.ended?.how ?? null, one.passedOn?.from ?? null, one.passedOn?.by ?? null],
          ],
        );
        await db.owner.query(
          `insert into mandates.mandate_party select unnest(holders), mandate_id, 'holder', grantors, 'registered', valid_until, now()
           from mandates.mandate where mandate_id = $1`,
          [one.id],
        );
      }
      tell(`${MANDATES} mandates of one holder, ${PRINCIPALS} principals, ${questions.length} questions`);
      const makeScope = scopeMaker(db.pools, mayActBy('high'));
      const result = await inTurn(
        tell,
        () => decideFor(ROUND_MS),
        () =>
          round(WORKERS, ROUND_MS, async (n) => {
            const { action, resource, principal } = questionAt(n);
            const parties = principal === undefined ? [] : [principal];
            const fence = { authorities: [], parties };
            const scope = makeScope({ actor, principal: principal ?? null, room: 'resident', fence });
            await scope.mayAct(action, resource);
          }),
      );
      return {
        bench: 'mayact',
        value: Math.round(result.value),
        unit: 'decisions/s',
        reference: Math.round(result.reference),
        ratio: rounded(result.ratio),
        p99_ms: null,
        rss_mb: megabytes(),
        rows: MANDATES,
        commit: commit(),
      };
    } finally {
      await db.stop();
    }
  },
};
