import type { AuthorityId } from '../../../kernel/ids.ts';
import { on, type Subscription } from '../../../kernel/jobs/subscription.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { standing } from '../../approvals/index.ts';
import { holding } from '../facts/fact.ts';
import { recordFactsIn } from '../facts/record-facts.ts';
import { employeeIdsAfter, loadChange, settleChange } from '../store/changes.ts';
import { loadFacts } from '../store/facts.ts';
import type { ChangeBody } from './propose-change.ts';
import { raisedFacts } from './supposed-change.ts';

const BATCH = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

type Settled = { readonly authority: AuthorityId; readonly subject: { readonly kind: string; readonly id: string } };

/** What follows on an employer's answer to a change. */
export const changeSubscriptions: readonly Subscription[] = [
  on('approvals.approved', 'payroll.change-approved', settle),
  on('approvals.refused', 'payroll.change-refused', settle),
  on('approvals.voided', 'payroll.change-voided', settle),
  on('approvals.expired', 'payroll.change-expired', settle),
];

/**
 * An approved raise is recorded for everybody whose pay it raises, once each: killed in the middle it goes on where it
 * was. An approved figure of the rules waits for the rule book's own review.
 */
async function settle(scope: Scope, { authority, subject }: Settled): Promise<void> {
  if (subject.kind !== 'payroll-change') return;
  const kept = await scope.read((tx) => loadChange(tx, authority, subject.id));
  if (!kept || kept.state === 'refused' || kept.state === 'done') return;
  const { digest, request } = kept;
  const stands = await scope.read((tx) => standing(tx, { authority, request, digest }, scope.now));
  if (stands === 'awaiting') return;
  if (stands !== 'approved') return scope.write((tx) => settleChange(tx, kept, 'refused'));
  const { change } = kept.body as ChangeBody; // only proposeChange writes it
  if (change.kind !== 'raise') return scope.write((tx) => settleChange(tx, kept, 'approved'));
  const source = `höjning ${kept.id}`;
  for (let after = FIRST_ID; ; ) {
    const ids = await scope.read((tx) => employeeIdsAfter(tx, authority, after, BATCH));
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    for (const id of ids) {
      await scope.write(async (tx) => {
        const recorded = await loadFacts(tx, authority, id);
        if (recorded.some((fact) => fact.source === source)) return;
        const said = raisedFacts(holding(recorded), change.percent, change.from);
        if (said.length > 0) await recordFactsIn(tx, scope, authority, id, said, source);
      });
    }
  }
  await scope.write((tx) => settleChange(tx, kept, 'done'));
}
