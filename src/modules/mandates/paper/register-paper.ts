import '../events.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import { type AuthorityId, type MandateId, newId, type PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../../kernel/scope.ts';
import { propose } from '../../approvals/index.ts';
import { type Holder, numberOf } from '../issue-mandate.ts';
import { begun, type Mandate } from '../mandate.ts';
import { insertPaper, type ScannedPaper } from '../store/papers.ts';
import { insertEvent, insertMandate, insertParties } from '../store.ts';
import type { Wanted } from '../terms.ts';
import { PAPER_SUBJECT, PAPER_TASK, paperHref } from './paper-subject.ts';
import { digestOf, isOwnReach, paperDayFault, paperTerms } from './paper-terms.ts';
import { summaryOf } from './summary.ts';
import { type Somebody, type WhoParts, whoIs } from './who-is-who.ts';

export type PaperParts = WhoParts & { readonly testPersons: boolean };

/** What an official reads off the paper. */
export type PaperWanted = {
  readonly authority: AuthorityId;
  readonly grantor: Holder;
  readonly holder: Holder;
  readonly wanted: Wanted;
  readonly document: ScannedPaper;
};

/**
 * Takes in a mandate that was signed on paper, and asks another official to look at the very same. It gives nothing until
 * they have.
 * @throws Refusal not-allowed, also for who is a party to it, and for a protected identity without the right to those |
 *   invalid
 */
export async function registerPaper(scope: Scope, parts: PaperParts, paper: PaperWanted): Promise<MandateId> {
  const { authority, wanted } = paper;
  const at = { authority, task: PAPER_TASK };
  const first = await permit(scope, 'paper-mandate.register', at);
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const fault = paperDayFault(wanted, scope.now);
  if (fault) throw new Refusal('invalid', `mandates.days.${fault}`);
  if (!isOwnReach(wanted, authority)) throw new Refusal('invalid', 'mandates.paper.reach');
  const numbers = [numberOf(scope, paper.grantor, parts), numberOf(scope, paper.holder, parts)] as const;
  const who = { authority, permitted: first };
  const grantor = await whoIs(scope, parts, numbers[0], who);
  const holder = await whoIs(scope, parts, numbers[1], who);
  if (grantor.party === holder.party) throw new Refusal('invalid', 'mandates.to-oneself');
  const concerned = [grantor.party, holder.party];
  await scope.write((tx) => leaveLines(tx, scope, first, authority, concerned, 'mandates.purpose.paper'));
  const isProtected = grantor.isProtected || holder.isProtected;
  const permitted = await permit(scope, 'paper-mandate.register', {
    ...at,
    parties: concerned,
    protected: isProtected,
  });
  await permit(scope, 'approval.propose', at);

  const id = newId<MandateId>();
  const terms = paperTerms(
    wanted,
    { party: grantor.party, name: paper.grantor.name },
    { party: holder.party, name: paper.holder.name },
    scope.now,
  );
  const event = { kind: 'paper-registered', by: actor.party, authority, document: paper.document.file, terms } as const;
  await keep(scope, permitted, begun(id, scope.now, 1, event), event, { ...paper, concerned, grantor, holder });
  return id;
}

type Keeping = {
  readonly authority: AuthorityId;
  readonly document: ScannedPaper;
  readonly concerned: readonly PartyId[];
  readonly grantor: Somebody;
  readonly holder: Somebody;
};

async function keep(
  scope: Scope,
  permitted: Permit,
  mandate: Mandate,
  event: Parameters<typeof insertEvent>[3],
  { authority, document, concerned, grantor, holder }: Keeping,
): Promise<void> {
  const { actor, now } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const { id, terms } = mandate;
  const digest = digestOf(mandate);
  const there = scope.reaching(permitted, { parties: concerned });
  await there.write(async (tx) => {
    const request = await propose(there, tx, permitted, {
      ...{ authority, task: PAPER_TASK, subject: { kind: PAPER_SUBJECT, id }, digest, concerned },
      ...{ summary: summaryOf(terms, { grantor, holder }), href: paperHref({ authority, mandate: id }) },
      ...{ rule: { eyes: 2, named: false, own: false }, deadline: terms.signBy },
    });
    await insertMandate(tx, mandate, null);
    await insertEvent(tx, mandate, now, event, permitted.basis);
    await insertParties(tx, mandate, now);
    await insertPaper(tx, {
      ...{ authority, mandate: id, parties: concerned, subject: terms.subject, document, digest, request },
      ...{ registeredBy: actor.party, registrarName: actor.name, registeredAt: now },
    });
    await leaveLines(tx, there, permitted, authority, concerned, 'mandates.purpose.paper-registered', id);
  });
}

/** With everybody whom it is about. */
export async function leaveLines(
  tx: Tx,
  scope: Scope,
  { action, basis }: Permit,
  authority: AuthorityId,
  parties: readonly PartyId[],
  purpose: string,
  mandate?: MandateId,
): Promise<void> {
  for (const about of parties) {
    await scope.audit(tx, { about, action, purpose, basis, authority, ...(mandate && { resource: { mandate } }) });
  }
}
