import type { FastifyReply, FastifyRequest } from 'fastify';
import { datePartsIn, dayOf, type FieldError } from '../../../kernel/html/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { askForCompletion } from '../ask-for-completion.ts';
import { assignTo, assignToMe, unassign } from '../assign.ts';
import { closeCase } from '../close.ts';
import { colleaguesOf } from '../colleagues.ts';
import { decide } from '../decide.ts';
import { caseInReach, type Handled, officialOf } from '../handle.ts';
import { openHandledCase } from '../handled-case.ts';
import { addNote, markConfidential } from '../note.ts';
import type { Kept } from '../pages/desk.ts';
import { HandledCasePage } from '../pages/handled-case.tsx';
import { Asking, Assigning, ByCase, Closing, Deciding, Marking, Noting, PROVISION_MOST, TEXT_MOST } from '../schema.ts';
import { texts } from '../texts/index.ts';
import { officeKey } from './office-key.ts';

type Stood = { readonly seq: number; readonly transaction: string };
type Params = { readonly authority: string; readonly case: string };

/** What officials do to a case; each from a form that says which state of the case it stood on. */
export async function officeActRoutes(app: App): Promise<void> {
  const config = { room: 'official' } as const;
  const place = '/handlaggning/:authority/:case';

  app.post(`${place}/tilldela`, { config, schema: { params: ByCase, body: Assigning } }, (request, reply) => {
    const { to } = request.body;
    const t = texts[request.language].office;
    const errors = to === '' ? [{ field: 'to', text: t.choose }] : [];
    return acted(
      request,
      reply,
      request.params,
      request.body,
      { form: 'tilldela', values: { to } },
      errors,
      async (handled) => {
        const { scope } = request;
        if (to === officialOf(scope).party) return assignToMe(scope, handled);
        return assignTo(scope, handled, to, await colleaguesOf(scope, await caseInReach(scope, handled)));
      },
    );
  });

  app.post(`${place}/lamna`, { config, schema: { params: ByCase, body: Closing } }, (request, reply) =>
    acted(request, reply, request.params, request.body, { form: 'lamna', values: {} }, [], (handled) =>
      unassign(request.scope, handled),
    ),
  );

  app.post(`${place}/anteckning`, { config, schema: { params: ByCase, body: Noting } }, (request, reply) => {
    const { note } = request.body;
    const kept = { form: 'anteckning', values: { note } };
    return acted(request, reply, request.params, request.body, kept, textErrors(request, 'note', note), (handled) =>
      addNote(request.scope, handled, clean(note)),
    );
  });

  app.post(`${place}/sekretess`, { config, schema: { params: ByCase, body: Marking } }, (request, reply) => {
    const { provision, remove } = request.body;
    const kept = { form: 'sekretess', values: { provision } };
    const errors = remove ? [] : textErrors(request, 'provision', provision, PROVISION_MOST);
    return acted(request, reply, request.params, request.body, kept, errors, (handled) =>
      markConfidential(request.scope, handled, remove ? null : clean(provision)),
    );
  });

  app.post(`${place}/fraga`, { config, schema: { params: ByCase, body: Asking } }, (request, reply) => {
    const { question } = request.body;
    const parts = datePartsIn(request.body, 'answerBy');
    const values = { question, 'answerBy-day': parts.day, 'answerBy-month': parts.month, 'answerBy-year': parts.year };
    const answerBy = dayOf(parts);
    const errors = textErrors(request, 'question', question);
    if (typeof answerBy === 'string') errors.push({ field: 'answerBy', text: texts[request.language].office.badDate });
    return acted(request, reply, request.params, request.body, { form: 'fraga', values }, errors, async (handled) => {
      if (typeof answerBy === 'string') return; // told above
      await askForCompletion(request.scope, handled, { text: clean(question), answerBy });
    });
  });

  app.post(`${place}/beslut`, { config, schema: { params: ByCase, body: Deciding } }, (request, reply) => {
    const { decision, reasons } = request.body;
    const errors: FieldError[] = [];
    if (decision === '') errors.push({ field: 'decision', text: texts[request.language].office.choose });
    errors.push(...textErrors(request, 'reasons', reasons));
    const kept = { form: 'beslut', values: { decision, reasons } };
    return acted(request, reply, request.params, request.body, kept, errors, (handled) =>
      decide(request.scope, handled, { decision, reasons: clean(reasons) }),
    );
  });

  app.post(`${place}/avsluta`, { config, schema: { params: ByCase, body: Closing } }, (request, reply) =>
    acted(request, reply, request.params, request.body, { form: 'avsluta', values: {} }, [], (handled) =>
      closeCase(request.scope, handled),
    ),
  );
}

function clean(text: string): string {
  return text.trim().replace(/\r\n?/g, '\n');
}

function textErrors(request: FastifyRequest, field: string, text: string, most = TEXT_MOST): FieldError[] {
  const t = texts[request.language].office;
  if (clean(text) === '') return [{ field, text: t.required }];
  return clean(text).length > most ? [{ field, text: t.tooLong(most) }] : [];
}

/** Does it and goes back to the case; a refused form keeps what was typed, and a stale page is told what changed. */
async function acted(
  request: FastifyRequest,
  reply: FastifyReply,
  params: Params,
  { seq, transaction }: Stood,
  kept: Kept,
  errors: readonly FieldError[],
  act: (handled: Handled) => Promise<void>,
): Promise<FastifyReply> {
  const { scope, language } = request;
  const key = await officeKey(scope, params);
  const again = async (status: number, what: { errors?: readonly FieldError[]; staleSince?: number }) => {
    const view = await openHandledCase(scope, key);
    return reply.page(<HandledCasePage view={view} transaction={newId<string>()} kept={kept} {...what} />, { status });
  };
  if (errors.length > 0) return again(422, { errors });
  try {
    await act({ ...key, seq, transaction });
  } catch (error) {
    if (isRefusal(error, 'conflict') && error.key === 'cases.changed-meanwhile') return again(409, { staleSince: seq });
    if (isRefusal(error, 'invalid') && error.key === 'cases.answer-by') {
      return again(422, { errors: [{ field: 'answerBy', text: texts[language].office.badDate }] });
    }
    throw error;
  }
  return reply.seeOther(`/handlaggning/${params.authority}/${params.case}?klart=ja`);
}
