import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId, SigningId } from '../../../kernel/ids.ts';
import type { InEach } from '../../../kernel/texts.ts';
import { titleOf } from '../document.ts';
import { type Ball, ballOf, type Signing, type SigningState, type Standing } from '../signing.ts';

/** The first time. */
export async function addToLists(tx: Tx, signing: Signing, standing: Standing, at: Temporal.Instant): Promise<void> {
  const rows = signing.parties.map((party) => ({
    party_id: party,
    signing_id: signing.id,
    ball: ballOf(signing, standing, party),
    deadline: signing.deadline,
    at,
  }));
  await tx.insertInto('signing.signer').values(rows).execute();
}

/** What each party finds in their own list now; each of them is inside the fence. */
export async function showInLists(tx: Tx, signing: Signing, standing: Standing, at: Temporal.Instant): Promise<void> {
  const balls = signing.parties.map((party) => ballOf(signing, standing, party));
  await sql`update signing.signer s set ball = n.ball, at = ${at}
    from unnest(${[...signing.parties]}::uuid[], ${balls}::text[]) as n(party_id, ball)
    where s.party_id = n.party_id and s.signing_id = ${signing.id}`.execute(tx);
}

/** One line of somebody's list. */
export type SigningLine = {
  readonly id: SigningId;
  readonly title: InEach<string>;
  readonly ball: Ball;
  readonly state: SigningState;
  readonly deadline: Temporal.Instant;
  readonly at: Temporal.Instant;
};

/** The newest first, open or over. */
export async function loadList(
  tx: Tx,
  party: PartyId,
  { open, most }: { readonly open: boolean; readonly most: number },
): Promise<SigningLine[]> {
  const rows = await tx
    .selectFrom('signing.signer as s')
    .innerJoin('signing.signing as g', 'g.signing_id', 's.signing_id')
    .select(['s.signing_id', 's.ball', 's.deadline', 's.at', 'g.state', 'g.document'])
    .where('s.party_id', '=', party)
    .where('s.ball', open ? '<>' : '=', 'done')
    .orderBy('s.at', 'desc')
    .orderBy('s.signing_id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.signing_id as SigningId,
    title: titleOf(row.document),
    ball: row.ball as Ball, // the tables' checks hold both
    state: row.state as SigningState,
    deadline: row.deadline,
    at: row.at,
  }));
}
