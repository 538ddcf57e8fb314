import '../events.ts';
import type { AuthorityId, MandateId } from '../../../kernel/ids.ts';
import { on, type Subscription } from '../../../kernel/jobs/subscription.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { answeredBy, standing } from '../../approvals/index.ts';
import { append, endDependents } from '../append.ts';
import { type Mandate, type MandateEvent, stateAt } from '../mandate.ts';
import { loadPaper, type Paper } from '../store/papers.ts';
import { loadMandate, lockMandate } from '../store.ts';
import { PAPER_SUBJECT } from './paper-subject.ts';
import { digestOf } from './paper-terms.ts';

/** What follows on the second official's answer, and on a revocation that an office took in. */
export const paperSubscriptions: readonly Subscription[] = [
  on('approvals.approved', 'mandates.paper-approved', settlePaper),
  on('approvals.refused', 'mandates.paper-refused', settlePaper),
  on('approvals.voided', 'mandates.paper-voided', settlePaper),
  on('approvals.expired', 'mandates.paper-expired', settlePaper),
  on('mandate.revoked', 'mandates.end-passed-on', endPassedOn),
];

type Answered = { readonly authority: AuthorityId; readonly subject: { readonly kind: string; readonly id: string } };

/** With the second pair of eyes it stands; with a no it never does. Handled again, it finds nothing to do. */
async function settlePaper(scope: Scope, { authority, subject }: Answered): Promise<void> {
  if (subject.kind !== PAPER_SUBJECT) return;
  const paper = await scope.read((tx) => loadPaper(tx, authority, subject.id));
  if (!paper) return;
  const permitted = await permit(scope, 'paper-mandate.register', { authority });
  const there = scope.reaching(permitted, { parties: paper.parties });
  await there.write(async (tx) => {
    await lockMandate(tx, paper.mandate);
    const mandate = (await loadMandate(tx, paper.mandate))?.mandate;
    if (!mandate || mandate.registeredAt !== null || mandate.ended) return;
    const stands = await standing(tx, askedOf(paper, mandate), scope.now);
    if (stands === 'awaiting') return;
    const by = (await answeredBy(tx, paper)) ?? paper.registeredBy;
    const isLate = stateAt(mandate, scope.now) !== 'awaiting-signatures';
    const approved: MandateEvent[] = [{ kind: 'seconded', by }, { kind: 'registered' }];
    const refused: MandateEvent[] = [isLate ? { kind: 'lapsed' } : { kind: 'refused', by }];
    await append(tx, there, permitted.basis, mandate, stands === 'approved' && !isLate ? approved : refused);
  });
}

/** What is kept is held against what was approved: altered since, it never stands. */
function askedOf({ authority, request }: Paper, mandate: Mandate) {
  return { authority, request, digest: digestOf(mandate) };
}

/** What a holder has passed on, or what waits to replace it, ends with it; an official's room reaches none of those. */
async function endPassedOn(scope: Scope, { mandate: id }: { readonly mandate: MandateId }): Promise<void> {
  const permitted = await permit(scope, 'mandate.issue', {});
  await scope.write(async (tx) => {
    const mandate = (await loadMandate(tx, id))?.mandate;
    if (mandate?.ended) await endDependents(tx, scope, permitted.basis, mandate);
  });
}
