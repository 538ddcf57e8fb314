import { canonicalSha256 } from '../../../kernel/canonical-json.ts';
import { type ApprovalId, type AuthorityId, newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import type { InEach } from '../../../kernel/texts.ts';
import { type ApprovalSummary, propose } from '../../approvals/index.ts';
import type { Engine } from '../engine/payslip.ts';
import { amountText } from '../pages/amount.ts';
import { monthText } from '../pages/month.ts';
import { insertChange } from '../store/changes.ts';
import { figureNameOf } from '../texts/figure-names.ts';
import { type Effect, previewChange } from './preview-change.ts';
import type { FigureKey, SupposedChange } from './supposed-change.ts';

const DAYS_TO_APPROVE = 30;

/** What is approved: the change, and what it was shown to do with the employer's real runs. */
export type ChangeBody = {
  readonly change: SupposedChange;
  readonly effects: readonly Omit<Effect, 'authority' | 'units'>[];
};

/**
 * Asks an employer to approve a change, with its effects as they are now: somebody of the employer's own, not who
 * proposes it.
 * @returns the request in the room of approvals
 * @throws Refusal not-allowed | invalid | conflict when nobody at the employer is touched
 */
export async function proposeChange(
  scope: Scope,
  engine: Engine,
  authority: AuthorityId,
  change: SupposedChange,
): Promise<ApprovalId> {
  await permit(scope, 'payroll.run', { authority, task: 'payroll' });
  const permitted = await permit(scope, 'approval.propose', { authority, task: 'payroll' });
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const own = (await previewChange(scope, engine, change, [authority])).filter(({ touched }) => touched > 0);
  if (own.length === 0) throw new Refusal('conflict', 'payroll.preview.nobody');
  const effects = own.map(({ authority: _named, units: _units, ...sums }) => sums);
  const body: ChangeBody = { change, effects };
  const digest = canonicalSha256({ type: 'allmanning.payroll-change/1', authority, ...body });
  const id = newId<string>();
  return scope.write(async (tx) => {
    const request = await propose(scope, tx, permitted, {
      ...{ authority, task: 'payroll', subject: { kind: 'payroll-change', id }, digest },
      ...{ summary: summaryOf(change, own), href: '/lon/regler' },
      rule: { eyes: 2, named: false, own: true },
      deadline: scope.now.add({ hours: 24 * DAYS_TO_APPROVE }),
    });
    await insertChange(tx, { authority, id, body, digest, request }, actor.party, scope.now);
    return request;
  });
}

function summaryOf(change: SupposedChange, effects: readonly Effect[]): ApprovalSummary {
  const what = whatOf(change);
  return {
    what,
    facts: effects.map((one) => ({
      label: { sv: monthText(one.month, 'sv'), fi: monthText(one.month, 'fi'), en: monthText(one.month, 'en') },
      value: {
        sv: `${one.touched} av ${one.people} berörda, kostnad ${costOf(one, 'sv')}`,
        fi: `koskee ${one.touched}/${one.people}, kustannus ${costOf(one, 'fi')}`,
        en: `${one.touched} of ${one.people} touched, cost ${costOf(one, 'en')}`,
      },
    })),
  };
}

function whatOf(change: SupposedChange): InEach<string> {
  if (change.kind === 'raise') {
    const { percent, from } = change;
    return {
      sv: `Höjning av månadslöner med ${percent} % från ${from}`,
      fi: `Kuukausipalkkojen korotus ${percent} % alkaen ${from}`,
      en: `Raise of monthly pay by ${percent} % from ${from}`,
    };
  }
  const { value, from } = change;
  const name = figureNameOf(change.key as FigureKey); // only a figure is tried otherwise (`withFigure`)
  return {
    sv: `${name.sv}: ${value} från ${from}`,
    fi: `${name.fi}: ${value} alkaen ${from}`,
    en: `${name.en}: ${value} from ${from}`,
  };
}

function costOf({ authority, gross, cost }: Effect, language: 'sv' | 'fi' | 'en'): string {
  return amountText(gross + cost, authority.country === 'SE' ? 'SE' : 'AX', language);
}
