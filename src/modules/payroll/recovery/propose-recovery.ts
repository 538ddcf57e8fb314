import { dateIn } from '../../../kernel/calendar/format.ts';
import { canonicalSha256 } from '../../../kernel/canonical-json.ts';
import { type ApprovalId, newId } from '../../../kernel/ids.ts';
import { money } from '../../../kernel/money.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { propose } from '../../approvals/index.ts';
import { dayOf, type EmployeeKey } from '../beside/beside-key.ts';
import type { Minor } from '../engine/amount.ts';
import type { Claim } from '../engine/claim.ts';
import { yearOf } from '../engine/day.ts';
import { grossOf } from '../engine/overpaid.ts';
import type { Engine } from '../engine/payslip.ts';
import { monthsOf } from '../facts/recoveries.ts';
import { insertRecovery } from '../store/recoveries.ts';
import type { Plan, RecoveryBody } from './plan.ts';
import { type OverpaidView, readOverpaid } from './read-overpaid.ts';
import { summaryOf } from './recovery-summary.ts';

const DAYS_TO_APPROVE = 30;
const MOST_MONTHS = 12;

export type SaidClaim = {
  readonly run: string;
  /** `own`: the person pays in; each receipt is told when it has come. */
  readonly way: 'pay' | 'own';
  readonly monthly: Minor;
  readonly reserved: Minor;
  /** The decision, or the person's own agreement, that it stands on. */
  readonly decision: string;
  /** Of last year: the Tax Administration has said that the year's taxation is not finished. */
  readonly asked: boolean;
};

/**
 * Asks somebody of the employer itself to decide that an overpayment is claimed back, with how it is paid.
 * @throws Refusal not-found | not-allowed (also for one's own) | invalid | conflict when nothing is overpaid there, or
 *   something of the person waits already
 */
export async function proposeClaim(
  scope: Scope,
  engine: Engine,
  key: EmployeeKey,
  said: SaidClaim,
): Promise<ApprovalId> {
  const view = await readOverpaid(scope, engine, key);
  const found = view.overpaid.find(({ run }) => run === said.run);
  if (!found?.claim) throw new Refusal('conflict', 'payroll.recovery.nothing');
  const { claim, month } = found;
  if (view.claims.some((one) => one.claim.month.from === month.from))
    throw new Refusal('conflict', 'payroll.recovery.claimed');
  const { country } = view.employee;
  const years = yearOf(dateIn(country, scope.now).toString()) - yearOf(claim.paymentDate);
  if (country === 'AX' && (years > 1 || (years === 1 && !said.asked)))
    throw new Refusal('conflict', 'payroll.recovery.too-late');
  const { monthly, reserved, run } = said;
  const plan = said.way === 'own' ? null : planOf(view, { way: 'pay', total: claim.net, monthly, reserved }, claim.net);
  return ask(scope, key, view, null, { kind: 'claim', run, claim, plan, decision: decisionOf(said.decision) });
}

export type SaidPlan = {
  readonly plan: Plan;
  readonly decision: string;
};

/**
 * Asks the same of what somebody has paid in, or of how the rest of a claim is drawn from their pay.
 * @throws Refusal not-found | not-allowed | invalid when it is more than what is left of the claim | conflict
 */
export async function proposePlan(
  scope: Scope,
  engine: Engine,
  key: EmployeeKey,
  claim: string,
  said: SaidPlan,
): Promise<ApprovalId> {
  const view = await readOverpaid(scope, engine, key);
  const found = view.claims.find((one) => one.claim.claim === claim);
  if (!found) throw new Refusal('not-found', 'payroll.recovery.no-claim');
  const plan = planOf(view, said.plan, found.left);
  if (plan.way === 'own' && dayOf(plan.on) > dateIn(view.employee.country, scope.now).toString())
    throw new Refusal('invalid', 'payroll.recovery.day');
  return ask(scope, key, view, claim, {
    ...{ kind: 'plan', claim: claimIn(found.claim), plan, decision: decisionOf(said.decision) },
  });
}

/** @throws Refusal invalid when the plan is not one: beyond what is left, without a protected part, or too long */
function planOf({ employee }: OverpaidView, plan: Plan, left: Minor): Plan {
  if (plan.total <= 0 || plan.total > left) throw new Refusal('invalid', 'payroll.recovery.amount');
  if (plan.way === 'own') return plan;
  if (employee.country === 'SE') throw new Refusal('invalid', 'payroll.recovery.sweden');
  if (plan.monthly <= 0 || plan.reserved <= 0 || monthsOf(plan) > MOST_MONTHS)
    throw new Refusal('invalid', 'payroll.recovery.plan');
  return plan;
}

function decisionOf(typed: string): string {
  const decision = typed.trim();
  if (decision === '') throw new Refusal('invalid', 'payroll.recovery.decision');
  return decision;
}

/** A claim without what it is kept under. */
function claimIn({ claim: _id, run: _run, decision: _decision, ...claim }: Claim & Record<string, unknown>): Claim {
  return claim as Claim; // the fact's body is a claim and those three
}

async function ask(
  scope: Scope,
  { authority, employee: id }: EmployeeKey,
  { employee }: OverpaidView,
  claim: string | null,
  body: RecoveryBody,
): Promise<ApprovalId> {
  const concerned = employee.party === null ? [] : [employee.party];
  await permit(scope, 'payroll.run', { authority, task: 'payroll', parties: concerned });
  const permitted = await permit(scope, 'approval.propose', { authority, task: 'payroll' });
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const digest = digestOf(authority, id, body);
  const kept = newId<string>();
  const total = body.kind === 'claim' ? body.claim.net : body.plan.total;
  return scope.write(async (tx) => {
    const request = await propose(scope, tx, permitted, {
      ...{ authority, task: 'payroll', subject: { kind: 'payroll-recovery', id: kept }, digest, concerned },
      ...{ summary: summaryOf(employee, body, grossOf(body.claim)), amount: money(total, currencyOf(employee)) },
      rule: { eyes: 2, named: false, own: true },
      deadline: scope.now.add({ hours: 24 * DAYS_TO_APPROVE }),
    });
    const one = { authority, id: kept, employee: id, claim: claim ?? kept, body, digest, request };
    await insertRecovery(tx, one, actor.party, scope.now);
    return request;
  });
}

function currencyOf({ country }: OverpaidView['employee']): 'SEK' | 'EUR' {
  return country === 'SE' ? 'SEK' : 'EUR';
}

function digestOf(authority: number, employee: string, body: RecoveryBody): string {
  return canonicalSha256({ type: 'allmanning.payroll-recovery/1', authority, employee, ...body });
}
