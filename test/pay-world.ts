import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import { type AuthorityId, derivedId, type PartyId } from '../src/kernel/ids.ts';
import type { Subscription } from '../src/kernel/jobs/subscription.ts';
import type { EventBody } from '../src/kernel/outbox.ts';
import { projectRoot } from '../src/kernel/project-root.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { shipAuthorities } from '../src/modules/directory/index.ts';
import { ensureParty } from '../src/modules/identity/index.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import {
  addEmployees,
  askCalculation,
  loadRuleBook,
  makeEngine,
  openRun,
  runSubscriptions,
  type SaidEmployee,
  type SaidFact,
} from '../src/modules/payroll/index.ts';
import { database, type TestDatabase } from './database.ts';

export const sottunga = 2480766 as AuthorityId;
export const sundsvall = 7522281 as AuthorityId;
export const secrets = makeSecrets(exampleDataKey);
export const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const run = { event: 'e', attempt: 1, lastAttempt: false } as never;

/** Employees with the numbers of the published test persons. */
const people = {
  anna: { number: '140388-942J', country: 'FI', name: 'Anna Sjöblom', born: '1988-03-14', language: 'sv' },
  aino: { number: '170164-9287', country: 'FI', name: 'Aino Korhonen', born: '1964-01-17', language: 'fi' },
  siv: { number: '020975-9662', country: 'FI', name: 'Siv Mattsson', born: '1975-09-02', language: null },
  erik: { number: '197911239817', country: 'SE', name: 'Erik Lindqvist', born: '1979-11-23', language: 'sv' },
  fatima: { number: '199409059822', country: 'SE', name: 'Fatima Hassan', born: '1994-09-05', language: 'en' },
} as const;
export type Paid = keyof typeof people;

export type PayWorld = {
  readonly db: TestDatabase;
  /** Who they are, when the tests run. */
  readonly party: Readonly<Record<Paid, PartyId>>;
  worker(parties?: readonly PartyId[], now?: Temporal.Instant): Scope;
  resident(who: Paid, now?: Temporal.Instant): Scope;
  /** Pays a month, `2026-03`: calculated, released and put into the ledger. */
  pay(authority: AuthorityId, month: string): Promise<string>;
  /** Handles what has been published since, by these subscriptions, until nothing is left. */
  settle(subscriptions: readonly Subscription[]): Promise<void>;
};

const idOf = (who: Paid) => derivedId<string>('pay-world', who);

function employee(who: Paid, number: string, party: PartyId, facts: readonly SaidFact[]): SaidEmployee {
  const { name, born, country } = people[who];
  const post = { title: 'Lärare', position: `p${number}`, unit: 'skola' };
  return {
    ...{ id: idOf(who), number, name, party, birthDate: born, country: country === 'FI' ? 'AX' : 'SE' },
    facts: [
      { kind: 'employment', employment: 1, from: '2020-01-01', body: post },
      { kind: 'account', from: '2020-01-01', body: { index: who, ending: number } },
      ...facts,
    ],
  };
}

const salary = (from: string, monthly: number, to: string | null = null): SaidFact => ({
  ...{ kind: 'salary', employment: 1, from, to, body: { monthly, share: 1_000_000 } },
});
const card: SaidFact = {
  ...{ kind: 'tax-card', from: '2026-01-01' },
  body: { basePercent: 185_000, yearLimit: 4_000_000, additionalPercent: 350_000 },
};
const table: SaidFact = { kind: 'tax-table', from: '2026-01-01', body: { table: 33, column: 1 } };

/** Two employers, one of each country, and those whom they pay. */
export function payWorld(): PayWorld {
  const db = database(mayActBy('high'));
  const party = {} as Record<Paid, PartyId>;
  const seen = new Set<string>();
  const [calculate, post] = runSubscriptions(engine);
  const world: PayWorld = {
    ...{ db, party },
    worker: (parties = [], now) =>
      db.scopes({
        ...{ actor: { kind: 'system', name: 'test' }, room: 'worker', ...(now && { now }) },
        fence: { authorities: [sottunga, sundsvall], parties },
      }),
    resident: (who, now) =>
      db.scopes({
        actor: { kind: 'person', party: party[who], name: who, assurance: 'high', session: 's' },
        ...{ principal: party[who], room: 'resident', fence: { authorities: [], parties: [party[who]] } },
        ...(now && { now }),
      }),
    async pay(authority, month) {
      const from = Temporal.PlainDate.from(`${month}-01`);
      const to = from.with({ day: from.daysInMonth }).toString();
      const terms = { kind: 'regular', month: { from: from.toString(), to }, paymentDate: to } as const;
      const id = await openRun(world.worker(), authority, terms);
      await askCalculation(world.worker(), { authority, run: id });
      const about = { authorities: [authority], parties: [], authority, run: id };
      await calculate?.handle(world.worker(), { kind: 'payroll.calculation-asked', ...about }, run);
      await db.sql(`update payroll.run set state = 'released' where run_id = $1`, [id]);
      await post?.handle(world.worker(), { kind: 'payroll.released', ...about }, run);
      return id;
    },
    async settle(subscriptions) {
      for (;;) {
        const published = await db.sql<{ event: string; kind: EventBody['kind']; body: object }>(
          'select event_id as event, kind, body from kernel.outbox order by event_id',
        );
        const events = published.filter(({ event }) => !seen.has(event));
        if (events.length === 0) return;
        for (const { event: id, kind, body } of events) {
          seen.add(id);
          const event = { kind, ...body } as EventBody;
          const scope = () =>
            db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: { ...event } });
          for (const one of subscriptions) if (one.kind === kind) await one.handle(scope(), event, run);
        }
      }
    },
  };

  beforeAll(async () => {
    const owner = await connectAsOwner(db.url);
    await shipAuthorities(owner);
    await owner.query('update directory.authority set joined_at = now() where authority_id = any ($1)', [
      [sottunga, sundsvall],
    ]);
    const nobody = db.scopes({
      actor: { kind: 'anonymous' },
      room: 'resident',
      fence: { authorities: [], parties: [] },
    });
    for (const [who, { number, country, name, language }] of Object.entries(people)) {
      const known = { country, number, name, language };
      party[who as Paid] = await ensureParty(nobody, secrets, known);
    }
    await owner.query('update identity.party set is_protected = true where party_id = $1', [party.siv]);
    await owner.end();
    const evenings: SaidFact = {
      ...{ kind: 'time', employment: 1, from: '2026-02-02', to: '2026-02-20' },
      body: { code: 'evening', quantity: 80_000, approved: true },
    };
    const union: SaidFact = {
      kind: 'union',
      from: '2026-01-01',
      body: { amount: 25_00, name: 'Tehy', account: 'FI2112345600000785', reference: '1232' },
    };
    const phone: SaidFact = { kind: 'benefit', from: '2026-01-01', body: { code: 'phone', amount: 20_00 } };
    await addEmployees(
      world.worker(),
      sottunga,
      [
        employee('anna', '1', party.anna, [salary('2026-01-01', 300_000), card, evenings, union, phone]),
        employee('aino', '2', party.aino, [salary('2026-01-01', 280_000), card]),
        employee('siv', '3', party.siv, [salary('2026-01-01', 260_000), card]),
      ],
      'test',
    );
    await addEmployees(
      world.worker(),
      sundsvall,
      [
        employee('erik', '1', party.erik, [salary('2026-01-01', 3_500_000), table]),
        employee('fatima', '2', party.fatima, [salary('2026-01-01', 3_000_050), table]),
      ],
      'test',
    );
  });
  return world;
}
