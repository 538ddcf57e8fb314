import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import { newId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../kernel/scope.ts';
import { type ApproverLine, endApprover, insertApprover, loadApproverLines } from './store/approvers.ts';

/** One of the authority's own officials, as the room that knows persons names them. */
export type NamedOfficial = { readonly party: PartyId; readonly name: string; readonly tasks: readonly Task[] };

/** The authority's own case officers today; a protected identity has no name and is not among them. */
export type FindOfficials = (scope: Scope, authority: AuthorityId) => Promise<readonly NamedOfficial[]>;

export type SeenApprovers = {
  /** Those that stand and those that have been, newest first. */
  readonly lines: readonly ApproverLine[];
  readonly officials: readonly NamedOfficial[];
};

async function administering(scope: Scope, authority: AuthorityId): Promise<{ there: Scope; permitted: Permit }> {
  const permitted = await permit(scope, 'authority.administer', { authority });
  return { there: scope.reaching(permitted, { authorities: [authority] }), permitted };
}

/**
 * The list of approvers (attestförteckning) and who could stand on it, for the administrator.
 * @throws Refusal not-allowed
 */
export async function seeApprovers(
  scope: Scope,
  officials: FindOfficials,
  authority: AuthorityId,
): Promise<SeenApprovers> {
  const { there } = await administering(scope, authority);
  const [lines, known] = await Promise.all([
    there.read((tx) => loadApproverLines(tx, authority)),
    officials(there, authority),
  ]);
  return { lines, officials: known };
}

export type NewApprover = {
  readonly party: PartyId;
  readonly task: Task;
  readonly limit: Money | null;
  /** Stands in for this one, with their limit. */
  readonly deputyFor: PartyId | null;
  readonly from: Temporal.PlainDate;
  /** The last day; a deputy always has one. */
  readonly to: Temporal.PlainDate | null;
};

/**
 * Puts an official on the list. Nobody puts themselves there; a deputy stands in for somebody on the list, for days that
 * are said.
 * @throws Refusal not-allowed | invalid
 */
export async function nameApprover(
  scope: Scope,
  officials: FindOfficials,
  authority: AuthorityId,
  said: NewApprover,
): Promise<void> {
  const { there } = await administering(scope, authority);
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const { party, task, deputyFor, from, to } = said;
  if (party === actor.party) throw new Refusal('not-allowed', 'approvals.approver.self');
  const known = await officials(there, authority);
  const official = known.find((one) => one.party === party && one.tasks.includes(task));
  if (!official) throw new Refusal('invalid', 'approvals.approver.not-official');
  if (to !== null && Temporal.PlainDate.compare(to, from) < 0) throw new Refusal('invalid', 'approvals.approver.days');
  await there.write(async (tx) => {
    const lines = await loadApproverLines(tx, authority);
    const stands = lines.some(
      (line) => line.party === deputyFor && line.task === task && line.deputyFor === null && line.ended === null,
    );
    if (deputyFor !== null && (!stands || deputyFor === party || to === null || said.limit !== null))
      throw new Refusal('invalid', 'approvals.approver.deputy');
    const line = { ...said, authority, id: newId<string>(), name: official.name };
    await insertApprover(tx, line, { by: actor.party, at: scope.now });
  });
}

/** Takes a line away at once; what has been approved by it stands. @throws Refusal not-allowed | not-found */
export async function removeApprover(scope: Scope, authority: AuthorityId, id: string): Promise<void> {
  const { there } = await administering(scope, authority);
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const by = { party: actor.party, name: actor.name };
  if (!(await there.write((tx) => endApprover(tx, authority, id, by, scope.now))))
    throw new Refusal('not-found', 'approvals.approver.not-found');
}
