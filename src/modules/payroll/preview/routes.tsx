import { dateIn } from '../../../kernel/calendar/format.ts';
import { type DateParts, datePartsIn, dayOf, type FieldError } from '../../../kernel/html/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Language } from '../../../kernel/texts.ts';
import { employer } from '../employer.ts';
import { monthAround } from '../engine/day.ts';
import { isParameterKey } from '../engine/parameter-keys.ts';
import type { Engine } from '../engine/payslip.ts';
import { grantedFor } from '../may-read.ts';
import { type AskedChange, RulePreviewPage, raiseKey } from '../pages/rule-preview.tsx';
import { ChangeAsked, ChangeProposed } from '../schema.ts';
import { texts } from '../texts/index.ts';
import { previewChange } from './preview-change.ts';
import { proposeChange } from './propose-change.ts';
import { changeableFigures, type SupposedChange, withFigure } from './supposed-change.ts';

/** A change of rule or agreement tried on real runs before anybody decides on it. */
export async function previewRoutes(app: App, { engine }: { readonly engine: Engine }): Promise<void> {
  const config = { room: 'official' } as const;

  app.get('/lon/regler', { config }, async ({ scope }, reply) => {
    assertOfPay(scope);
    const from = Temporal.PlainDate.from(monthAround(dateIn('AX', scope.now).toString()).from);
    const asked = { key: raiseKey, value: '', from };
    return reply.page(<RulePreviewPage figures={changeableFigures(engine.book, from.toString())} asked={asked} />);
  });

  app.post('/lon/regler', { config, schema: { body: ChangeAsked } }, async ({ scope, body, language }, reply) => {
    assertOfPay(scope);
    const asked = { key: body.key, value: body.value.trim(), from: datePartsIn(body, 'from') };
    const read = readChange(engine, asked, language);
    const on = 'change' in read ? read.change.from : dateIn('AX', scope.now).toString();
    const page = { figures: changeableFigures(engine.book, on), asked };
    if ('errors' in read) return reply.page(<RulePreviewPage {...page} errors={read.errors} />, { status: 422 });
    const effects = await previewChange(scope, engine, read.change);
    return reply.page(<RulePreviewPage {...page} effects={effects} handles={grantedFor(scope, ['payroll'])} />);
  });

  app.post('/lon/regler/foresla', { config, schema: { body: ChangeProposed } }, async (request, reply) => {
    const { scope, body, language } = request;
    const { id } = await employer(scope, body.authority);
    const asked = { key: body.key, value: body.value.trim(), from: datePartsIn(body, 'from') };
    const read = readChange(engine, asked, language);
    if ('errors' in read) throw new Refusal('invalid', 'payroll.preview.figure');
    const proposed = await proposeChange(scope, engine, id, read.change);
    return reply.seeOther(`/handlaggning/godkannanden/${id}/${proposed}`);
  });
}

/** @throws Refusal not-allowed to who has nothing to do with anybody's pay */
function assertOfPay(scope: Scope): void {
  if (grantedFor(scope, ['payroll', 'payroll-audit']).length === 0)
    throw new Refusal('not-allowed', 'kernel.authority.no');
}

function readChange(
  { book }: Engine,
  { key, value, from: typed }: AskedChange & { readonly from: DateParts },
  language: Language,
): { readonly change: SupposedChange } | { readonly errors: readonly FieldError[] } {
  const t = texts[language].preview;
  const day = dayOf(typed);
  const from = typeof day === 'string' ? undefined : day.toString();
  const errors: FieldError[] = [];
  const percent = value === '' ? Number.NaN : Number(value.replace(',', '.'));
  const isFigure = isParameterKey(key)
    ? from === undefined || withFigure(book, key, value, from) !== undefined
    : key === raiseKey && Math.abs(percent) <= 100;
  if (!isFigure) errors.push({ field: 'value', text: t.wrongValue });
  if (from === undefined) errors.push({ field: 'from', text: t.wrongDay });
  if (from === undefined || errors.length > 0) return { errors };
  return { change: isParameterKey(key) ? { kind: 'parameter', key, value, from } : { kind: 'raise', percent, from } };
}
