import type { FieldError } from '../../kernel/html/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { authoritiesByIds } from '../directory/index.ts';
import { openPayOut, ownPayOuts } from './overview.ts';
import { PayOutPage } from './pages/pay-out.tsx';
import { PayOutsPage } from './pages/pay-outs.tsx';
import { refusalTexts } from './refusal-texts.ts';
import { type BatchKey, release, releasedFile } from './release.ts';
import { ByBatch, Done, Sending, Taking } from './schema.ts';
import { type SendingParts, sendingOf, sendToBank } from './send-to-bank.ts';
import { takeAnswer } from './take-answer.ts';
import { texts } from './texts/index.ts';

const HREF = '/handlaggning/utbetalningar';

/** Files to banks, and what banks answer. */
export async function paymentRoutes(app: App, { secrets, files }: SendingParts): Promise<void> {
  const config = { room: 'official' } as const;
  const one = `${HREF}/:authority/:batch`;

  app.get(HREF, { config, schema: { querystring: Done } }, async ({ scope, query }, reply) => {
    const payOuts = await ownPayOuts(scope);
    const names = await authoritiesByIds(scope, namedIn(payOuts));
    const page = { payOuts, names, taken: query.klart === 'ja', errors: [], office: '' };
    return reply.page(<PayOutsPage {...page} />);
  });

  app.post(`${HREF}/svar`, { config, schema: { body: Taking } }, async ({ scope, body, uploads, language }, reply) => {
    const payOuts = await ownPayOuts(scope);
    const t = texts[language].list;
    const office = payOuts.offices.find(({ authority, task }) => `${authority} ${task}` === body.office);
    const content = uploads[0]?.content;
    const errors: FieldError[] = [];
    if (!office) errors.push({ field: 'office', text: t.choose });
    if (!content || content.length === 0) errors.push({ field: 'file', text: t.fileMissing });
    if (office && content && errors.length === 0) {
      try {
        await takeAnswer(scope, { ...office, bytes: content });
        return reply.seeOther(`${HREF}?klart=ja`);
      } catch (error) {
        if (!isRefusal(error) || error.kind === 'not-allowed') throw error;
        const told = refusalTexts[error.key]?.[language];
        if (!told) throw error;
        errors.push({ field: 'file', text: `${told.what}. ${told.why}` });
      }
    }
    const names = await authoritiesByIds(scope, namedIn(payOuts));
    const page = { payOuts, names, taken: false, errors, office: body.office };
    return reply.page(<PayOutsPage {...page} />, { status: 422 });
  });

  app.get(one, { config, schema: { params: ByBatch, querystring: Done } }, async ({ scope, params, query }, reply) => {
    const key = keyOf(params);
    const seen = await openPayOut(scope, secrets, key);
    const authorityName = (await authoritiesByIds(scope, [key.authority])).get(key.authority)?.name ?? '';
    const sending = await sendingOf(scope, seen.batch);
    const page = { seen, sending, authorityName, done: query.klart === 'ja' };
    return reply.page(<PayOutPage {...page} />);
  });

  app.post(`${one}/slapp`, { config, schema: { params: ByBatch } }, async ({ scope, params }, reply) => {
    await release(scope, secrets, keyOf(params));
    return reply.seeOther(`${HREF}/${params.authority}/${params.batch}?klart=ja`);
  });

  app.post(`${one}/skicka`, { config, schema: { params: ByBatch, body: Sending } }, async (request, reply) => {
    const { scope, params, body } = request;
    await sendToBank(scope, { secrets, files }, keyOf(params), body.destination);
    return reply.seeOther(`${HREF}/${params.authority}/${params.batch}`);
  });

  app.get(`${one}/fil`, { config, schema: { params: ByBatch } }, async ({ scope, params }, reply) => {
    const file = await releasedFile(scope, secrets, keyOf(params));
    return reply
      .type('application/xml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .header('cache-control', 'no-store')
      .send(file.bytes);
  });
}

function keyOf({ authority, batch }: { authority: number; batch: string }): BatchKey {
  return { authority: authority as AuthorityId, batch }; // as the schema says
}

function namedIn({ batches, receipts, offices }: Awaited<ReturnType<typeof ownPayOuts>>): readonly AuthorityId[] {
  return [
    ...batches.map(({ batch }) => batch.authority),
    ...receipts.map(({ authority }) => authority),
    ...offices.map(({ authority }) => authority),
  ];
}
