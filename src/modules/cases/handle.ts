import type { Action } from '../../kernel/authority.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../kernel/scope.ts';
import type { CaseAct, Official } from './action.ts';
import { append } from './append.ts';
import { type CaseState, caseFrom } from './case.ts';
import { type CaseKey, type FiledCase, resourceOf } from './filed-case.ts';
import { listActions } from './store/action.ts';
import { findCase } from './store/case.ts';

/** What an official's form says of the page that it stood on. */
export type Handled = CaseKey & {
  /** The last action that was shown. */
  readonly seq: number;
  /** Made with the form: the same form sent twice is one act. */
  readonly transaction: string;
};

/**
 * A case of the official's own authority, task and unit. Another's looks the same as one that is not there.
 * @throws Refusal not-found
 */
export async function caseInReach(scope: Scope, key: CaseKey): Promise<FiledCase> {
  const filed = await scope.read((tx) => findCase(tx, key));
  if (!filed) throw new Refusal('not-found', 'cases.not-found');
  const { authority, task, unit } = filed;
  const { decision } = await scope.mayAct('case.list', { authority, task, unit });
  if (decision === 'no') throw new Refusal('not-found', 'cases.not-found');
  return filed;
}

/** Who acts in their office. @throws TypeError in another room: a wiring defect */
export function officialOf(scope: Scope): Official {
  const { actor } = scope;
  if (actor.kind !== 'official') throw new TypeError('only an official handles cases');
  return { party: actor.party, name: actor.name };
}

type Ready = { readonly filed: FiledCase; readonly permit: Permit };

/** @throws Refusal not-found | not-allowed (a protected person, their own matter) */
async function permitHandling(scope: Scope, key: CaseKey, action: Action): Promise<Ready> {
  const filed = await caseInReach(scope, key);
  return { filed, permit: await permit(scope, action, resourceOf(filed)) };
}

/**
 * What every act of an official has in common: may they, is the page that they acted on still true, and then the act.
 * @param act makes the act from the case as it is; pure
 * @throws Refusal not-found | not-allowed | conflict `cases.changed-meanwhile` when the page was stale
 */
export async function handle(
  scope: Scope,
  handled: Handled,
  action: Action,
  act: (state: CaseState, filed: FiledCase) => CaseAct,
): Promise<void> {
  const { filed, permit: permitted } = await permitHandling(scope, handled, action);
  const by = { kind: 'official', ...officialOf(scope) } as const;
  await scope.write(async (tx) => {
    const actions = await listActions(tx, handled);
    if (actions.some(({ transaction }) => transaction === handled.transaction)) return; // the form was sent twice
    const state = caseFrom(actions);
    if (state.seq !== handled.seq) throw new Refusal('conflict', 'cases.changed-meanwhile');
    await append(tx, scope, filed, state, {
      act: act(state, filed),
      by,
      basis: permitted.basis,
      transaction: handled.transaction,
      audit: { action, purpose: 'cases.purpose.handling' },
    });
  });
}
