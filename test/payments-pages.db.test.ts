import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelTexts } from '../src/kernel/http/refusal-texts.ts';
import { type AuthorityId, newId, type PartyId } from '../src/kernel/ids.ts';
import { permit, type Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { approvalRoutes, refusalTexts as approvalTexts } from '../src/modules/approvals/index.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { openBatch, paymentRoutes, proposeRelease, refusalTexts } from '../src/modules/payments/index.ts';
import { database } from './database.ts';

const db = database(mayActBy('high'));
const secrets = makeSecrets(exampleDataKey);
const sottunga = 2480766 as AuthorityId;
const folder = mkdtempSync(join(tmpdir(), 'pay-outs-'));
let app: App;
let batch: string;
let approval: string;

const grant: RoleGrant = {
  ...{ id: newId(), role: 'case-officer', employer: sottunga, authority: sottunga, unit: null },
  ...{ tasks: ['payroll'], rights: [], agreement: null },
};
const people: Readonly<Record<string, { readonly party: PartyId; readonly grants: readonly RoleGrant[] }>> = {
  ann: { party: newId<PartyId>(), grants: [grant] },
  bea: { party: newId<PartyId>(), grants: [grant] },
  cia: { party: newId<PartyId>(), grants: [grant] },
  other: { party: newId<PartyId>(), grants: [{ ...grant, tasks: ['dialogue'] }] },
};

/** Whose name the cookie says: the subject here is the pages, not the sign-in. */
function sessionOf(token: string): SessionFacts | null {
  const [name = '', language = 'sv'] = token.split('-');
  const person = people[name];
  if (!person) return null;
  return { session: token, ...person, name, assurance: 'high', language: language as 'sv' };
}

function official(name: 'ann'): Scope {
  const { party, grants } = people[name] ?? { party: newId<PartyId>(), grants: [] };
  return db.scopes({
    actor: { kind: 'official', party, name, assurance: 'high', session: 's', grants },
    ...{ room: 'official', fence: { authorities: [sottunga], parties: [] } },
  });
}

beforeAll(async () => {
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async (token) => sessionOf(token),
      makeScope: db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelTexts, ...approvalTexts, ...refusalTexts },
      healthPool: db.pools.resident,
      routes: [
        (room) => approvalRoutes(room, { authorityNames: async () => new Map([[sottunga, { name: 'Sottunga' }]]) }),
        (room) => paymentRoutes(room, { secrets, files: makeFileStore(folder) }),
      ],
    },
  );
  const scope = official('ann');
  const permitted = await permit(scope, 'payment.prepare', { authority: sottunga, task: 'payroll' });
  const account = 'FI2112345600000785';
  const kept = await scope.write((tx) =>
    openBatch(scope, tx, permitted, secrets, {
      ...{ authority: sottunga, task: 'payroll', purpose: 'salary', scheme: 'sepa' },
      executionDate: Temporal.PlainDate.from('2099-12-01'),
      debtor: { name: 'Sottunga', organisationNumber: '0205098-6', bic: 'AABAFI22', account: 'FI7433010001222090' },
      payments: [
        { id: '1', payee: null, name: 'Anna Sjöblom', account, amount: 123_456, reference: 'Lön' },
        { id: '2', payee: null, name: '<script>Erik</script>', account, amount: 100, reference: 'Lön' },
      ],
    }),
  );
  batch = kept.id;
  await proposeRelease(
    scope,
    { authority: sottunga, batch },
    { rule: { eyes: 2, named: false, own: true }, deadline: scope.now.add({ hours: 24 }) },
  );
  const [row] = await db.sql<{ request_id: string }>('select request_id from approvals.request');
  approval = row?.request_id ?? '';
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const visit = (who: string, url: string) => app.inject({ method: 'GET', url, cookies: { session: who } });

/** The hidden fields of a form on a page, and what is typed. */
async function send(who: string, page: string, action: string, typed: Record<string, string> = {}) {
  const { body } = await visit(who, page);
  const form = body.split(`action="${action}"`)[1]?.split('</form>')[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = { ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])), ...typed };
  return app.inject({
    ...{ method: 'POST', url: action, cookies: { session: who } },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}

test('a pay-out is approved by another, released as the very file, and read back payment by payment', async () => {
  const one = `/handlaggning/godkannanden/${sottunga}/${approval}`;
  const payOut = `/handlaggning/utbetalningar/${sottunga}/${batch}`;

  const own = await visit('ann', one);
  expect(own.body).toContain('Du har föreslagit det själv');
  expect(own.body).not.toContain(`action="${one}/godkann"`);
  expect((await visit('ann', payOut)).body).toContain('Väntar på godkännande');

  const list = await visit('bea', '/handlaggning/godkannanden');
  expect(list.statusCode).toBe(200);
  expect(list.body).toContain('Utbetalning av löner');
  const empty = await send('bea', one, `${one}/avsla`, { reason: '  ' });
  expect(empty.statusCode).toBe(422);
  expect(empty.body).toContain('Skriv varför du avslår.');
  expect((await send('bea', one, `${one}/godkann`)).headers.location).toBe(`${one}?klart=ja`);
  expect((await visit('bea', one)).body).toContain('Godkänt');

  const before = await visit('cia', payOut);
  expect(before.body).toContain('Godkänd, inte släppt');
  expect(before.body).toContain('&lt;script>Erik');
  expect(before.body).not.toContain('FI2112345600000785');
  expect((await visit('cia', `${payOut}/fil`)).statusCode).toBe(409);
  expect((await send('cia', payOut, `${payOut}/slapp`)).headers.location).toBe(`${payOut}?klart=ja`);
  const file = await visit('cia', `${payOut}/fil`);
  expect(file.headers['content-disposition']).toContain('attachment; filename="pain.001.001.09-');
  expect(file.body).toContain('<CtrlSum>1235.56</CtrlSum>');

  const reference = /<EndToEndId>([^<]+)</.exec(file.body)?.[1] ?? '';
  const answer = `<?xml version="1.0" encoding="UTF-8"?>
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>bank1</MsgId></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>${batch.replaceAll('-', '')}</OrgnlMsgId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
    <OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn>
    <Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>`;
  expect((await upload(answer)).headers.location).toBe('/handlaggning/utbetalningar?klart=ja');
  expect((await visit('cia', payOut)).body).toContain('Kontot är avslutat. (AC04)');
  expect((await visit('cia-fi', payOut)).body).toContain('Tili on suljettu. (AC04)');
  const again = await upload(answer);
  expect(again.statusCode).toBe(422);
  expect(again.body).toContain('Filen är redan inläst');
  expect((await upload('<!DOCTYPE a><a/>')).body).toContain('dokumenttyp');
});

async function upload(xml: string) {
  const { body } = await visit('cia', '/handlaggning/utbetalningar');
  const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const form = new FormData();
  form.set('_csrf', token);
  form.set('office', `${sottunga} payroll`);
  form.set('file', new File([xml], 'svar.xml', { type: 'application/xml' }));
  const sent = new Response(form);
  return app.inject({
    ...{ method: 'POST', url: '/handlaggning/utbetalningar/svar', cookies: { session: 'cia' } },
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  });
}

test('who has another task sees neither', async () => {
  expect((await visit('other', `/handlaggning/utbetalningar/${sottunga}/${batch}`)).statusCode).toBe(403);
  expect((await visit('other', `/handlaggning/godkannanden/${sottunga}/${approval}`)).statusCode).toBe(403);
  expect((await visit('other', '/handlaggning/utbetalningar')).body).not.toContain('Löner');
  expect((await visit('other', '/handlaggning/godkannanden')).body).not.toContain('löner');
});

test('the released file goes to the bank by a delivery, under the hash that was approved, once; nobody else sends it', async () => {
  const payOut = `/handlaggning/utbetalningar/${sottunga}/${batch}`;
  expect((await visit('cia', payOut)).body).toContain('Ingen mottagare är upplagd');
  const destination = newId();
  await db.sql(
    `insert into exchange.destination values ($1, $2, 'Banken', 'sftp', 'bank.example', 22, 'u', '/in', 'SHA256:x', 'p', 's', false, now(), $2, 'x')`,
    [sottunga, destination],
  );
  const sending = () => send('cia', payOut, `${payOut}/skicka`, { destination });
  const sent = await sending();
  expect(sent.headers.location).toBe(payOut);
  const [row] = await db.sql<{ same: boolean; subject: string; state: string }>(
    `select d.sha256 = b.file_sha256 as same, d.subject, d.state from exchange.delivery d
     join payments.batch b on b.authority_id = d.authority_id and b.delivery_id = d.delivery_id`,
  );
  expect(row).toEqual({ same: true, subject: batch, state: 'waiting' });
  expect((await visit('cia', payOut)).body).toContain('Skickas');
  await db.sql(
    `update exchange.delivery set state = 'delivered',
       receipt = jsonb_build_object('size', size, 'sha256', sha256, 'at', '2026-11-22T10:00:00Z')`,
  );
  expect((await visit('cia', payOut)).body).toContain('De har exakt den fil som godkändes');
  await db.sql(`update exchange.delivery set receipt = jsonb_set(receipt, '{sha256}', '"0"')`);
  expect((await visit('cia-fi', payOut)).body).toContain('Heillä on muu kuin hyväksytty tiedosto');

  const form = { payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const token =
    /name="_csrf" value="([^"]+)"/.exec((await visit('cia', '/handlaggning/utbetalningar')).body)?.[1] ?? '';
  for (const [who, status] of [
    ['cia', 409],
    ['other', 403],
  ] as const) {
    const own =
      /name="_csrf" value="([^"]+)"/.exec((await visit(who, '/handlaggning/utbetalningar')).body)?.[1] ?? token;
    const payload = new URLSearchParams({ destination, _csrf: own }).toString();
    const reply = await app.inject({
      method: 'POST',
      url: `${payOut}/skicka`,
      cookies: { session: who },
      ...form,
      payload,
    });
    expect([who, reply.statusCode]).toEqual([who, status]);
  }
});
