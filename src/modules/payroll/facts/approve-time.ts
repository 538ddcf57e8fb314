import type { AuthorityId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { loadEmployee } from '../store/facts.ts';
import { unpackFacts } from './fact.ts';
import { recordFacts } from './record-facts.ts';

/** A manager says that hours are right: then they are paid. Never one's own. */
export async function approveTime(scope: Scope, authority: AuthorityId, employee: string, seq: number): Promise<void> {
  const found = await scope.read((tx) => loadEmployee(tx, authority, employee));
  const fact = found && unpackFacts(found.facts).find((one) => one.seq === seq);
  if (fact?.kind !== 'time' || fact.body.approved) throw new Refusal('not-found', 'payroll.employee.not-found');
  const { kind, employment, from, to, body } = fact;
  const approved = { kind, employment, from, to, body: { ...body, approved: true }, replaces: seq };
  await recordFacts(scope, authority, employee, [approved], 'attest', 'payroll.approve-time');
}
