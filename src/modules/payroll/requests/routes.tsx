import { datePartsIn, dayOf, type FieldError } from '../../../kernel/html/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { isRefusal, Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Language } from '../../../kernel/texts.ts';
import { type Authority, authorityBySlug } from '../../directory/index.ts';
import { OwnWorkPage, type Typed } from '../pages/own-work.tsx';
import { ByAuthority, ByRequest, Reported } from '../schema.ts';
import { texts } from '../texts/index.ts';
import { askFor, type OwnWork, readOwnWork, takeBack } from './ask.ts';
import { chosenPosts } from './employments.ts';
import { absences, hours, type Said } from './request.ts';

const MOST_DAYS = 366;

/** An employee's own absence and hours. */
export async function ownWorkRoutes(app: App): Promise<void> {
  const config = { room: 'resident' } as const;
  const place = '/mina-sidor/lon/:authority/arbete';

  app.get(place, { config, schema: { params: ByAuthority } }, async ({ scope, params }, reply) => {
    const authority = await employerOf(scope, params.authority);
    return reply.page(<OwnWorkPage authority={authority} work={await readOwnWork(scope, authority.id)} />);
  });

  app.post(place, { config, schema: { params: ByAuthority, body: Reported } }, async (request, reply) => {
    const { scope, params, body, language } = request;
    const authority = await employerOf(scope, params.authority);
    const work = await readOwnWork(scope, authority.id);
    const typed: Typed = {
      ...{
        what: body.what,
        from: datePartsIn(body, 'from'),
        to: datePartsIn(body, 'to'),
        hours: body.hours,
        employment: body.employment ?? '',
      },
    };
    const read = readReport(typed, work, language);
    if ('errors' in read)
      return reply.code(422).page(<OwnWorkPage authority={authority} work={work} typed={typed} errors={read.errors} />);
    await askFor(scope, authority.id, read.said, typed.employment);
    return reply.seeOther(`/mina-sidor/lon/${authority.slug}/arbete`);
  });

  app.post(
    `${place}/:request/ta-tillbaka`,
    { config, schema: { params: ByRequest } },
    async ({ scope, params }, reply) => {
      const authority = await employerOf(scope, params.authority);
      await takeBack(scope, authority.id, params.request);
      return reply.seeOther(`/mina-sidor/lon/${authority.slug}/arbete`);
    },
  );
}

/** An employer that does not exist looks as one that does not pay the reader. */
async function employerOf(scope: Scope, slug: string): Promise<Authority> {
  return authorityBySlug(scope, slug).catch((error: unknown) => {
    throw isRefusal(error, 'not-found') ? new Refusal('not-found', 'payroll.employee.not-found') : error;
  });
}

function readReport(
  typed: Typed,
  { posts, employees: [{ country }] }: OwnWork,
  language: Language,
): { readonly said: Said } | { readonly errors: readonly FieldError[] } {
  const t = texts[language].work.errors;
  const errors: FieldError[] = [];
  const [from, ending] = [dayOf(typed.from), dayOf(typed.to)];
  const to = ending === 'empty' ? from : ending;
  const cause = absences.find((one) => one === typed.what);
  const code = hours[country].find((one) => one === typed.what);
  const quantity = Math.round(Number(typed.hours.replace(',', '.')) * 10_000);
  if (!cause && !code) errors.push({ field: 'what', text: t.what });
  if (typeof from === 'string') errors.push({ field: 'from', text: t.day });
  if (ending === 'invalid') errors.push({ field: 'to', text: t.day });
  if (code && !(quantity > 0 && quantity <= 3_000_000)) errors.push({ field: 'hours', text: t.hours });
  if (typeof from === 'string' || typeof to === 'string') return { errors };
  const days = from.until(to).days;
  if (days < 0) errors.push({ field: 'to', text: t.order });
  if (days > 0 && code === 'additional-hours') errors.push({ field: 'to', text: t.oneDay });
  if (days > MOST_DAYS) errors.push({ field: 'to', text: t.long });
  if (errors.length > 0) return { errors };
  const period = { from: from.toString(), to: to.toString() };
  const said: Said = cause
    ? { kind: 'absence', ...period, body: { cause } }
    : { kind: 'time', ...period, body: { code: code ?? 'hourly', quantity, approved: false } }; // one is known
  const chosen = chosenPosts(posts, said, typed.employment);
  if (chosen === 'which') return { errors: [{ field: 'employment', text: t.which }] };
  if (chosen === 'none') return { errors: [{ field: 'from', text: t.noEmployment }] };
  return { said }; // one that is not one's own is refused as what does not exist
}
