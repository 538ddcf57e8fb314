import type { Task } from '../../kernel/authority.ts';
import type { AgreementId, AuthorityId } from '../../kernel/ids.ts';
import { type Dated, isInForce } from './authority.ts';

/** One authority does certain tasks for others, from a day and perhaps to one. It carries its officials' reach. */
export type Agreement = Dated & {
  readonly id: AgreementId;
  /** Who does it. */
  readonly provider: AuthorityId;
  readonly title: string;
  readonly tasks: readonly Task[];
  /** Where it is decided. */
  readonly source: string;
  /** For whom; a member that came later or left has its own days within. */
  readonly members: readonly Member[];
};

export type Member = Dated & { readonly authority: AuthorityId };

/** What an official of the provider may do for others: which authority, and the agreement that says so. */
export type Covered = { readonly authority: AuthorityId; readonly agreement: AgreementId };

/**
 * For whom `provider` does `task` by agreement on that day, each once, in order of authority. Its own matters are its own
 * and need no agreement: it is not in the answer.
 */
export function authoritiesCovered(
  agreements: readonly Agreement[],
  provider: AuthorityId,
  task: Task,
  on: Temporal.PlainDate,
): readonly Covered[] {
  const found = new Map<AuthorityId, AgreementId>();
  for (const agreement of agreements) {
    if (agreement.provider !== provider || !agreement.tasks.includes(task) || !isInForce(agreement, on)) continue;
    for (const member of agreement.members) {
      const covers = member.authority !== provider && isInForce(member, on);
      if (covers && !found.has(member.authority)) found.set(member.authority, agreement.id);
    }
  }
  return [...found]
    .map(([authority, agreement]) => ({ authority, agreement }))
    .sort((a, b) => a.authority - b.authority);
}

/** Who does `task` for `authority` by agreement on that day; several may, when tasks are shared between them. */
export function providersFor(
  agreements: readonly Agreement[],
  authority: AuthorityId,
  task: Task,
  on: Temporal.PlainDate,
): readonly Agreement[] {
  return agreements.filter((agreement) =>
    authoritiesCovered([agreement], agreement.provider, task, on).some((covered) => covered.authority === authority),
  );
}
