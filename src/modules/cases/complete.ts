import { type CaseId, isUuid, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { admit, permit, type Scope } from '../../kernel/scope.ts';
import { type Authority, authorityBySlug } from '../directory/index.ts';
import type { ActFile } from './action.ts';
import { append } from './append.ts';
import { type CaseState, caseFrom } from './case.ts';
import type { FiledCase } from './filed-case.ts';
import { listActions } from './store/action.ts';
import { findCase } from './store/case.ts';
import { whoActs } from './who-acts.ts';
import { dayAt } from './zone.ts';

export type OwnCaseKey = { readonly authority: string; readonly case: string };

/** One's own case, as far as a party may see it. */
export type OwnCaseFacts = {
  readonly authority: Authority;
  readonly filed: FiledCase;
  readonly state: CaseState;
  readonly actions: Awaited<ReturnType<typeof listActions>>;
};

/** @throws Refusal not-found for what is no id: it looks the same as a case that is not there */
export function caseIdIn(text: string): CaseId {
  if (!isUuid(text)) throw new Refusal('not-found', 'cases.not-found');
  return text as CaseId; // it has just been seen to be a UUID
}

/** @throws Refusal not-found when it is not there or somebody else's | not-allowed */
export async function ownCase(scope: Scope, key: OwnCaseKey): Promise<OwnCaseFacts> {
  const [authority] = await Promise.all([authorityBySlug(scope, key.authority), admit(scope, 'case.read-own')]);
  const at = { authority: authority.id, case: caseIdIn(key.case) };
  const [filed, actions] = await scope.read((tx) => Promise.all([findCase(tx, at), listActions(tx, at)]));
  const own = filed && scope.principal !== null && filed.parties.includes(scope.principal);
  if (!filed || !own) throw new Refusal('not-found', 'cases.not-found');
  await permit(scope, 'case.read-own', { authority: authority.id, service: filed.service, case: filed.case });
  return { authority, filed, actions, state: { ...caseFrom(actions), seq: filed.seq } };
}

export type Completing = { readonly text: string; readonly files: readonly ActFile[]; readonly transaction: string };

/**
 * Answers the authority's question; the case goes on. Not bound to what the page showed: the question is still open, or
 * it is not.
 * @throws Refusal not-found | not-allowed | conflict when nothing is asked any more
 */
export async function completeCase(scope: Scope, key: OwnCaseKey, completing: Completing): Promise<void> {
  const { authority, filed } = await ownCase(scope, key);
  const { task, parties, service } = filed;
  const resource = { authority: authority.id, service, case: filed.case, task, parties };
  const permitted = await permit(scope, 'case.complete', resource);
  const by = whoActs(scope, scope.principal as PartyId); // ownCase has found the principal among the parties
  const there = scope.reaching(permitted, { authorities: [authority.id] });
  await there.write(async (tx) => {
    const [now, actions] = await Promise.all([findCase(tx, filed), listActions(tx, filed)]);
    if (!now) throw new Refusal('not-found', 'cases.not-found');
    if (actions.some(({ transaction }) => transaction === completing.transaction)) return; // the form was sent twice
    await append(
      tx,
      there,
      filed,
      { ...caseFrom(actions), seq: now.seq },
      {
        act: {
          kind: 'completed',
          text: completing.text,
          files: completing.files,
          on: dayAt(authority, scope.now).toString(),
        },
        by,
        basis: permitted.basis,
        transaction: completing.transaction,
        audit: { action: 'case.complete', purpose: 'cases.purpose.own' },
      },
    );
  });
}
