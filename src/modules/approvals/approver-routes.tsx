import { Type } from 'typebox';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { FieldError } from '../../kernel/html/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { FindOffice, Office } from '../../kernel/http/office.ts';
import { isUuid, type PartyId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type FindOfficials, type NewApprover, nameApprover, removeApprover, seeApprovers } from './approver-list.ts';
import { ApproversPage, currencyOf } from './pages/approvers.tsx';
import { refusalTexts } from './refusal-texts.ts';
import { texts } from './texts/index.ts';

export type ApproverParts = { readonly office: FindOffice; readonly officials: FindOfficials };

const Slug = Type.Object({ authority: Type.String({ maxLength: 100 }) });
const One = Type.Object({ authority: Type.String({ maxLength: 100 }), line: Type.String({ format: 'uuid' }) });
const Answers = Type.Record(Type.String(), Type.String({ maxLength: 200 }));
type Answers = Readonly<Record<string, string>>;

/** The authority's list of approvers (attestförteckning), for its administrator. */
export async function approverRoutes(app: App, { office: findOffice, officials }: ApproverParts): Promise<void> {
  const config = { room: 'official' } as const;
  const url = '/administration/:authority/attest';

  app.get(url, { config, schema: { params: Slug } }, async (request, reply) => {
    const office = await findOffice(request, request.params.authority);
    const seen = await seeApprovers(request.scope, officials, office.authority);
    const today = dateIn('SE', request.scope.now);
    return reply.page(<ApproversPage office={office} today={today} errors={[]} answers={{}} {...seen} />);
  });

  app.post(url, { config, schema: { params: Slug, body: Answers } }, async (request, reply) => {
    const { scope, body, language, params } = request;
    const office = await findOffice(request, params.authority);
    const { said, errors } = approverIn(body, office, texts[language].approvers.wrong);
    if (said) {
      try {
        await nameApprover(scope, officials, office.authority, said);
        return reply.seeOther(`/administration/${office.slug}/attest`);
      } catch (error) {
        const told = isRefusal(error, 'invalid') ? refusalTexts[error.key]?.[language] : undefined;
        if (!told) throw error;
        errors.push({ field: 'who', text: `${told.what}. ${told.why}` });
      }
    }
    const seen = await seeApprovers(scope, officials, office.authority);
    const page = { office, today: dateIn('SE', scope.now), errors, answers: body, ...seen };
    return reply.page(<ApproversPage {...page} />, { status: 422 });
  });

  app.post(`${url}/:line/avsluta`, { config, schema: { params: One } }, async (request, reply) => {
    const office = await findOffice(request, request.params.authority);
    await removeApprover(request.scope, office.authority, request.params.line);
    return reply.seeOther(`/administration/${office.slug}/attest`);
  });
}

type Wrong = Readonly<Record<'who' | 'limit' | 'day', string>>;

function approverIn(body: Answers, office: Office, wrong: Wrong): { said: NewApprover | null; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const [party = '', task = ''] = (body.who ?? '').split(' ');
  if (!isUuid(party)) errors.push({ field: 'who', text: wrong.who });
  const figure = (body.limit ?? '').replaceAll(/\s/g, '').replace(',', '.');
  if (figure !== '' && !/^[1-9]\d{0,8}(\.\d{1,2})?$/.test(figure)) errors.push({ field: 'limit', text: wrong.limit });
  const from = dayIn(body.from ?? '');
  const to = dayIn(body.to ?? '');
  if (!from) errors.push({ field: 'from', text: wrong.day });
  if (!to && (body.to ?? '').trim() !== '') errors.push({ field: 'to', text: wrong.day });
  if (errors.length > 0 || !from) return { said: null, errors };
  const said: NewApprover = {
    ...{ party: party as PartyId, task: task as NewApprover['task'], from, to }, // nameApprover holds them against the officials
    limit: figure === '' ? null : money(Math.round(Number(figure) * 100), currencyOf(office)),
    deputyFor: isUuid(body.deputyFor ?? '') ? (body.deputyFor as PartyId) : null,
  };
  return { said, errors };
}

function dayIn(typed: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(typed.trim()) ? Temporal.PlainDate.from(typed.trim()) : null;
  } catch {
    return null; // no such day
  }
}
