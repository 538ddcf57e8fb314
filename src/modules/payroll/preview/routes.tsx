import { dateIn } from '../../../kernel/calendar/format.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { isDay, monthAround } from '../engine/day.ts';
import { isParameterKey } from '../engine/parameter-keys.ts';
import type { Engine } from '../engine/payslip.ts';
import { grantedFor } from '../may-read.ts';
import { type AskedChange, RulePreviewPage, raiseKey } from '../pages/rule-preview.tsx';
import { ChangeAsked } from '../schema.ts';
import { previewChange } from './preview-change.ts';
import { changeableFigures, type SupposedChange } from './supposed-change.ts';

/** A change of rule or agreement tried on real runs before anybody decides on it. */
export async function previewRoutes(app: App, { engine }: { readonly engine: Engine }): Promise<void> {
  const config = { room: 'official' } as const;

  app.get('/lon/regler', { config }, async ({ scope }, reply) => {
    if (grantedFor(scope, ['payroll', 'payroll-audit']).length === 0)
      throw new Refusal('not-allowed', 'kernel.authority.no');
    const from = monthAround(dateIn('AX', scope.now).toString()).from;
    const asked = { key: raiseKey, value: '', from };
    return reply.page(<RulePreviewPage figures={changeableFigures(engine.book, from)} asked={asked} />);
  });

  app.post('/lon/regler', { config, schema: { body: ChangeAsked } }, async ({ scope, body }, reply) => {
    const effects = await previewChange(scope, engine, changeOf(body));
    return reply.page(
      <RulePreviewPage figures={changeableFigures(engine.book, body.from)} asked={body} effects={effects} />,
    );
  });
}

function changeOf({ key, value, from }: AskedChange): SupposedChange {
  if (!isDay(from)) throw new Refusal('invalid', 'payroll.preview.figure');
  if (isParameterKey(key)) return { kind: 'parameter', key, value: value.trim(), from };
  const percent = Number(value.replace(',', '.'));
  if (key !== raiseKey || value.trim() === '' || !(Math.abs(percent) <= 100))
    throw new Refusal('invalid', 'payroll.preview.figure');
  return { kind: 'raise', percent, from };
}
