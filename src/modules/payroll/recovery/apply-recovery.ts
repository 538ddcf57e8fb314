import { isDeepStrictEqual } from 'node:util';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { on, type Subscription } from '../../../kernel/jobs/subscription.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { standing } from '../../approvals/index.ts';
import { addDays, monthAround, type Period } from '../engine/day.ts';
import type { Engine } from '../engine/payslip.ts';
import { recordFactsIn, type SaidFact } from '../facts/record-facts.ts';
import { monthsOf } from '../facts/recoveries.ts';
import { type KeptRecovery, loadRecovery, settleRecovery } from '../store/recoveries.ts';
import type { Plan, RecoveryBody } from './plan.ts';
import { type OverpaidView, readOverpaid } from './read-overpaid.ts';

type Settled = { readonly authority: AuthorityId; readonly subject: { readonly kind: string; readonly id: string } };

/** What follows on the employer's decision on an overpayment. */
export function recoverySubscriptions(engine: Engine): readonly Subscription[] {
  const settle = (scope: Scope, said: Settled) => settleOne(scope, engine, said);
  return [
    on('approvals.approved', 'payroll.recovery-approved', settle),
    on('approvals.refused', 'payroll.recovery-refused', settle),
    on('approvals.voided', 'payroll.recovery-voided', settle),
    on('approvals.expired', 'payroll.recovery-expired', settle),
  ];
}

/**
 * What was approved is recorded as facts, once: the next payment of the month books it. If it is no longer what is due
 * (a run has corrected it gross meanwhile, or what is known has changed), nothing is recorded.
 */
async function settleOne(scope: Scope, engine: Engine, { authority, subject }: Settled): Promise<void> {
  if (subject.kind !== 'payroll-recovery') return;
  const kept = await scope.read((tx) => loadRecovery(tx, authority, subject.id));
  if (kept?.state !== 'proposed') return;
  const { digest, request, employee } = kept;
  const stands = await scope.read((tx) => standing(tx, { authority, request, digest }, scope.now));
  if (stands === 'awaiting') return;
  const view = await readOverpaid(scope, engine, { authority, employee });
  const said = stands === 'approved' ? factsOf(kept, view) : null;
  await scope.write(async (tx) => {
    const now = await loadRecovery(tx, authority, subject.id);
    if (now?.state !== 'proposed') return;
    if (said) await recordFactsIn(tx, scope, authority, employee, said, `återkrav ${kept.id}`);
    await settleRecovery(tx, kept, said ? 'done' : 'refused');
  });
}

/** Null when it is no longer what is due. */
function factsOf({ claim: id, body: kept }: KeptRecovery, view: OverpaidView): readonly SaidFact[] | null {
  const body = kept as RecoveryBody; // only propose-recovery writes it
  const { decision, claim, plan } = body;
  if (body.kind === 'plan') {
    const left = view.claims.find((one) => one.claim.claim === id)?.left ?? 0;
    return body.plan.total <= left ? [repaymentOf(id, claim.month, body.plan, decision, view.next)] : null;
  }
  const { run } = body;
  const now = view.overpaid.find((one) => one.run === run)?.claim;
  if (!isDeepStrictEqual(now, claim)) return null;
  return [
    { kind: 'recovery', ...view.next, body: { ...claim, claim: id, run, decision } },
    ...(plan ? [repaymentOf(id, claim.month, plan, decision, view.next)] : []),
  ];
}

/** A plan begins with the month that books it; what has been paid in is booked in that month. */
function repaymentOf(claim: string, month: Period, plan: Plan, decision: string, next: Period): SaidFact {
  let { to } = next;
  if (plan.way === 'pay') for (let n = 1; n < monthsOf(plan); n++) to = monthAround(addDays(to, 1)).to;
  return { kind: 'repayment', from: next.from, to, body: { claim, month, decision, ...plan } };
}
