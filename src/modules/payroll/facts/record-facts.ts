import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { permit } from '../../../kernel/scope.ts';
import type { Country } from '../engine/codes.ts';
import type { Day } from '../engine/day.ts';
import { insertEmployees, insertFacts, loadEmployee, loadFacts, type NewFact, updateHolding } from '../store/facts.ts';
import { type Fact, type FactBodies, type FactKind, holding, packFacts } from './fact.ts';

/** A fact as somebody says it: without the number it will get. */
export type SaidFact = {
  [Kind in FactKind]: {
    readonly kind: Kind;
    readonly employment?: number | null;
    readonly from: Day;
    readonly to?: Day | null;
    readonly body: FactBodies[Kind];
    /** The fact that it stands instead of. */
    readonly replaces?: number;
    readonly withdrawn?: boolean;
  };
}[FactKind];

export type SaidEmployee = {
  readonly id?: string;
  readonly number: string;
  readonly name: string;
  readonly party: PartyId | null;
  readonly birthDate: Day;
  readonly country: Country;
  readonly facts: readonly SaidFact[];
};

/** Takes persons into an employer's payroll, with what is known of them. */
export async function addEmployees(
  scope: Scope,
  authority: AuthorityId,
  said: readonly SaidEmployee[],
  source: string,
): Promise<readonly string[]> {
  const parties = said.flatMap(({ party }) => party ?? []);
  await permit(scope, 'payroll.run', { authority, task: 'payroll', parties });
  const made = said.map(({ facts, ...person }) => {
    const numbered = facts.map((fact, n) => numberedFact(fact, n + 1));
    const id = person.id ?? newId<string>();
    return { ...person, id, numbered, seq: numbered.length, facts: packFacts(numbered), account: accountIn(numbered) };
  });
  await scope.write(async (tx) => {
    await insertEmployees(
      tx,
      authority,
      made.map(({ numbered: _numbered, ...employee }) => employee),
    );
    const facts: NewFact[] = made.flatMap(({ id, numbered }) =>
      numbered.map((fact) => ({ ...fact, employee: id, source })),
    );
    await insertFacts(tx, authority, facts, byOf(scope), scope.now);
  });
  return made.map(({ id }) => id);
}

/**
 * Records what is now known about an employee. Nothing is changed: what was wrong is replaced, and both stay.
 * @throws Refusal not-found, not-allowed (also for one's own pay), conflict when somebody else was first
 */
export async function recordFacts(
  scope: Scope,
  authority: AuthorityId,
  employee: string,
  said: readonly SaidFact[],
  source: string,
): Promise<void> {
  const found = await scope.read((tx) => loadEmployee(tx, authority, employee));
  if (!found) throw new Refusal('not-found', 'payroll.employee.not-found');
  await permit(scope, 'payroll.run', { authority, task: 'payroll', parties: found.party ? [found.party] : [] });
  await scope.write((tx) => recordFactsIn(tx, scope, authority, employee, said, source));
}

/** The same in the transaction of what leads to it, by who has been permitted that. */
export async function recordFactsIn(
  tx: Tx,
  scope: Scope,
  authority: AuthorityId,
  employee: string,
  said: readonly SaidFact[],
  source: string,
): Promise<void> {
  const recorded = await loadFacts(tx, authority, employee);
  const first = (recorded.at(-1)?.seq ?? 0) + 1;
  const facts = said.map((fact, n) => ({
    ...numberedFact(fact, first + n),
    replaces: fact.replaces ?? null,
    withdrawn: fact.withdrawn ?? false,
  }));
  const now = holding([...recorded, ...facts.map((fact) => ({ ...fact, recordedAt: scope.now, source }))]);
  await insertFacts(
    tx,
    authority,
    facts.map((fact) => ({ ...fact, employee, source })),
    byOf(scope),
    scope.now,
  );
  const seq = first + said.length - 1;
  await updateHolding(tx, { authority, id: employee }, { seq, facts: packFacts(now), account: accountIn(now) });
}

function numberedFact({ kind, employment = null, from, to = null, body }: SaidFact, seq: number): Fact {
  return { seq, kind, employment, from, to, body } as Fact; // body and kind are of the same fact
}

function accountIn(facts: readonly Fact[]): string | null {
  const account = facts.findLast((fact) => fact.kind === 'account');
  return account?.kind === 'account' ? account.body.index : null;
}

function byOf({ actor }: Scope): PartyId | null {
  return actor.kind === 'official' || actor.kind === 'person' ? actor.party : null;
}
