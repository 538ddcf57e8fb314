import type { Basis } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { By, CaseAct, CaseAction } from '../action.ts';
import type { CaseKey } from '../filed-case.ts';

type Body = { readonly by: By; readonly basis: readonly Basis[]; readonly act: CaseAct };

export function bodyOf({ by, basis, act }: CaseAction): Body {
  return { by, basis, act };
}

/** @throws Refusal conflict when somebody else wrote the next action first */
export async function insertAction(tx: Tx, key: CaseKey, action: CaseAction): Promise<void> {
  await tx
    .insertInto('cases.action')
    .values({
      authority_id: key.authority,
      case_id: key.case,
      seq: action.seq,
      kind: action.act.kind,
      at: action.at,
      transaction_id: action.transaction,
      to_parties: [...action.to],
      body: JSON.stringify(bodyOf(action)),
    })
    .execute()
    .catch(onUnique('cases.changed-meanwhile'));
}

/** The stream in its order; for a party, the part of it that they may see. */
export async function listActions(tx: Tx, key: CaseKey): Promise<CaseAction[]> {
  const rows = await tx
    .selectFrom('cases.action')
    .select(['seq', 'at', 'transaction_id', 'to_parties', 'body'])
    .where('authority_id', '=', key.authority)
    .where('case_id', '=', key.case)
    .orderBy('seq')
    .execute();
  return rows.map((row) => {
    const { by, basis, act } = row.body as unknown as Body; // only insertAction writes it
    const to = row.to_parties as PartyId[];
    return { seq: row.seq, at: row.at, by, basis, transaction: row.transaction_id, to, act };
  });
}
