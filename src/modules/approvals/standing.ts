import type { Tx } from '../../kernel/database/connection.ts';
import type { ApprovalId, AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { Permit, Scope } from '../../kernel/scope.ts';
import { append } from './append.ts';
import { stateAt } from './approval.ts';
import { loadRequest } from './store/requests.ts';
import { loadActs } from './store/votes.ts';

/** `void`: what is asked about is not what was proposed, or nothing was. */
export type Standing = 'approved' | 'awaiting' | 'refused' | 'void' | 'expired';

export type Asked = { readonly authority: AuthorityId; readonly request: ApprovalId; readonly digest: string };

/** How an approval stands for exactly this content. Only `approved` gives the right to go on. */
export async function standing(tx: Tx, { authority, request, digest }: Asked, at: Temporal.Instant): Promise<Standing> {
  const found = await loadRequest(tx, authority, request);
  if (!found || found.digest !== digest) return 'void';
  const state = stateAt(found, at);
  if (state === 'open') return 'awaiting';
  return state === 'voided' ? 'void' : state;
}

/**
 * The same for who is about to act on it: when what they hold is not what was approved, the approval is voided for good,
 * and those who gave it are told. The caller's transaction must be let through also when the answer is no.
 */
export async function claim(scope: Scope, tx: Tx, permitted: Permit, asked: Asked): Promise<Standing> {
  const found = await loadRequest(tx, asked.authority, asked.request);
  const isLive = found !== undefined && (found.state === 'approved' || stateAt(found, scope.now) === 'open');
  if (found && isLive && found.digest !== asked.digest) {
    const act = { kind: 'voided', at: scope.now, by: null, standsInFor: null, releasing: false, reason: null } as const;
    await append(tx, scope, found, { act, state: 'voided', basis: permitted.basis });
  }
  return standing(tx, asked, scope.now);
}

/** Who gave the last answer; null when the clock did, or nobody yet. */
export async function answeredBy(
  tx: Tx,
  { authority, request }: Pick<Asked, 'authority' | 'request'>,
): Promise<PartyId | null> {
  return (await loadActs(tx, [authority], [request])).get(request)?.at(-1)?.by?.party ?? null;
}
