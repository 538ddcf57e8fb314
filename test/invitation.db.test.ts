import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { readConfig } from '../src/kernel/config/config.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import type { AuthorityId, PartyId } from '../src/kernel/ids.ts';
import type { Jobs } from '../src/kernel/jobs/runner.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { operatorAuthority } from '../src/modules/directory/index.ts';
import { ensureParty } from '../src/modules/identity/index.ts';
import { noStandIns } from '../src/stand-ins.ts';
import { makeWiring } from '../src/wiring.ts';
import { database } from './database.ts';
import { type Simulator, startSimulator, testPerson } from './simulators.ts';

const db = database();
const baseUrl = 'http://127.0.0.1:3000';
const host = '127.0.0.1:3000';
const secrets = makeSecrets(exampleDataKey);
const sottunga = 2480766 as AuthorityId;
const address = 'den-nya@example.org';
const logged: string[] = [];
const parties = new Map<string, PartyId>();
let mail: Simulator<'mail'>;
let folder: string;
let app: App;
let jobs: Jobs;

const grants: Readonly<Record<string, readonly [RoleGrant['role'], AuthorityId]>> = {
  olle: ['operator', operatorAuthority],
  karin: ['administrator', sottunga],
};

/** Whose name the cookie says; the rest is the house as it runs. */
function sessionOf(token: string): SessionFacts | null {
  const [name = '', other] = token.split(' for ');
  const party = parties.get(name);
  const given = grants[name];
  const principal = parties.get(other ?? '');
  if (!party) return null;
  const [role, authority] = given ?? [];
  const own: RoleGrant[] =
    role && authority
      ? [{ id: role, role, employer: authority, authority, unit: null, tasks: [], rights: [], agreement: null }]
      : [];
  const actingFor = principal ? { party: principal, name: other ?? '' } : null;
  return { session: token, party, name, assurance: 'high', language: 'sv', grants: own, actingFor };
}

beforeAll(async () => {
  // Events and jobs go as quickly as they come: kept here as they are written.
  await db.sql('create table kernel.seen (content text)');
  await db.sql(`create function kernel.see() returns trigger language plpgsql security definer as $$
    begin insert into kernel.seen values (to_jsonb(new)::text); return null; end $$`);
  for (const table of ['kernel.outbox', 'graphile_worker._private_jobs', 'identity.invitation', 'notifications.tip']) {
    await db.sql(`create trigger seen after insert or update on ${table} for each row execute function kernel.see()`);
  }
  [mail, folder] = await Promise.all([startSimulator('mail'), mkdtemp(join(tmpdir(), 'invitation-'))]);
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const wiring = await makeWiring({
    config: readConfig({ NODE_ENV: 'test', DATA_FOLDER: folder, LOG_LEVEL: 'debug' }),
    log: pino({ level: 'debug' }, stream),
    ...{ ownerUrl: db.url, urls: db.urls, pools: db.pools, secrets, formSecret: 'secret', oidc: null },
    ...{
      smtpUrl: mail.smtp,
      receivedMail: mail.http,
      fallbackFolder: undefined,
      registers: noStandIns.registers,
      caseSystems: noStandIns.caseSystems,
      mandateRegisters: noStandIns.mandateRegisters,
      stop: async () => undefined,
    },
  });
  jobs = await wiring.startJobs();
  const visitor = wiring.makeScope({
    actor: { kind: 'anonymous' },
    room: 'resident',
    fence: { authorities: [], parties: [] },
  });
  for (const name of ['olle', 'karin', 'maja', 'lars']) {
    parties.set(name, await ensureParty(visitor, secrets, testPerson(name)));
  }
  app = await makeApp(
    {
      ...{ baseUrl, version: '0', development: true, trustProxy: false, secret: 'secret', metricsToken: null },
      ...{ rateLimits: false, logger: pino({ level: 'debug' }, stream) },
    },
    { ...wiring, findSession: async (token) => sessionOf(token) },
  );
});

afterAll(async () => {
  await app.close();
  await jobs.stop();
  await mail.stop();
  await rm(folder, { recursive: true });
});

async function visit(url: string, who: string) {
  return app.inject({ url, headers: { host }, cookies: { session: who } });
}

/** Posts the form of a page as a browser without scripts would: its hidden fields, and what is typed. */
async function send(page: string, action: string, who: string, typed: Record<string, string>) {
  const { body } = await visit(page, who);
  const form = body.split(`action="${action}" method="post"`)[1]?.split('</form>')[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name ?? '',
    value ?? '',
  ]);
  const payload = new URLSearchParams({ ...Object.fromEntries(hidden), ...typed }).toString();
  const post = () =>
    app.inject({
      ...{ method: 'POST', url: action, cookies: { session: who } },
      ...{ headers: { host, 'content-type': 'application/x-www-form-urlencoded' }, payload },
    });
  return { first: await post(), post };
}

type Mail = { readonly to: readonly string[]; readonly subject: string; readonly text: string };

/** What has come for an address, when something has. */
async function mailsTo(wanted: string): Promise<Mail[]> {
  const found = async () => {
    const all = (await (await fetch(`${mail.http}/messages`)).json()) as Mail[];
    return all.filter(({ to }) => to.includes(wanted));
  };
  await expect.poll(found).not.toEqual([]);
  return found();
}

async function mode(to: string): Promise<void> {
  await fetch(`${mail.http}/control`, { method: 'POST', body: JSON.stringify({ mode: to }) });
}

function linkIn(one: Mail | undefined): string {
  return /http:\/\/127\.0\.0\.1:3000(\/inbjudan\/\S+)/.exec(one?.text ?? '')?.[1] ?? '';
}

test('the operator takes Sottunga live and its administrator comes in by the mail', async () => {
  const { first, post } = await send('/drift/kommuner', '/drift/kommuner', 'olle', { kod: '766', epost: address });
  expect(first.headers.location).toBe('/drift/kommuner?klart=766&inbjuden=ja');
  expect((await post()).statusCode).toBe(303); // the same form, posted twice
  expect((await visit('/drift/kommuner?klart=766&inbjuden=ja', 'olle')).body).toContain('är på väg med e-post');

  const mails = await mailsTo(address);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe('Du är inbjuden till Sottunga');
  expect(mails[0]?.text).toContain('bjuder in dig att bli administratör i Sottunga');
  expect(mails[0]?.text).toMatch(/till och med \d+ \w+ \d{4}/);
  const link = linkIn(mails[0]);

  expect((await visit(link, 'olle')).body).toContain('administratör i Sottunga');
  expect((await send(link, link, 'maja', {})).first.body).toContain('Rollen är din');
  const rows = await db.sql('select role from identity.role_assignment where party_id = $1', [parties.get('maja')]);
  expect(rows).toEqual([{ role: 'administrator' }]);
  expect((await visit(link, 'maja')).statusCode).toBe(410);

  const token = link.split('/').at(-1) ?? '';
  expect(token).toHaveLength(43);
  const traces = JSON.stringify(await db.sql('select content from kernel.seen')) + logged.join('\n');
  expect(traces).toContain('identity.invited');
  expect(traces).not.toContain(token);
  expect(traces).not.toContain(address);
});

test('an administrator invites by mail; a wrong address is told at its field with all else kept', async () => {
  const page = '/administration/sottunga/roller';
  const wrong = await send(page, page, 'karin', { note: 'Lars', role: 'administrator', email: 'lars' });
  expect(wrong.first.statusCode).toBe(422);
  expect(wrong.first.body).toContain('Skriv en e-postadress');
  expect(wrong.first.body).toContain('value="lars"');
  expect(wrong.first.body).toContain('value="Lars"');
  const right = await send(page, page, 'karin', { note: 'Lars', role: 'administrator', email: 'lars@example.org' });
  expect(right.first.headers.location).toBe(`${page}?skickad=ja`);
  const told = (await visit(`${page}?skickad=ja`, 'karin')).body;
  expect(told).toContain('Inbjudan är på väg');
  expect(told).not.toContain('3000/inbjudan/');
  const [one] = await mailsTo('lars@example.org');
  // whoever acts for somebody else takes it for themselves
  const { first } = await send(linkIn(one), linkIn(one), 'lars for maja', {});
  expect(first.body).toContain('Rollen är din');
  const rows = await db.sql('select party_id from identity.role_assignment where given_by = $1', [
    parties.get('karin'),
  ]);
  expect(rows).toEqual([{ party_id: parties.get('lars') }]);
});

test('without an address the link is shown once on the page, and nothing is mailed', async () => {
  const page = '/administration/sottunga/roller';
  const made = await send(page, page, 'karin', { note: 'Ingrid', role: 'administrator' });
  expect(made.first.body).toMatch(/value="http:\/\/127\.0\.0\.1:3000\/inbjudan\/[\w-]{43}"/);
  expect((await visit(page, 'karin')).body).not.toContain('3000/inbjudan/');
});

test('an invitation that the mail server refuses is seen by the operator and sent once more, with the same link', async () => {
  await mode('refuse');
  const page = '/administration/sottunga/roller';
  await send(page, page, 'karin', { note: 'Per', role: 'administrator', email: 'per@example.org' });
  await expect.poll(async () => (await visit('/drift/utskick', 'olle')).body).toContain('Inbjudan till en roll');
  await expect.poll(async () => (await visit('/drift/utskick', 'olle')).body).toContain('/igen');
  const { body } = await visit('/drift/utskick', 'olle');
  expect(body).toContain('Försök 1: Avvisat (550 5.1.1)');
  const action = /action="(\/drift\/utskick\/[^"]+\/igen)"/.exec(body)?.[1] ?? '';
  await mode('accept');
  expect((await send('/drift/utskick', action, 'olle', {})).first.headers.location).toBe('/drift/utskick?omgjort=ja');
  const [one] = await mailsTo('per@example.org');
  expect((await visit(linkIn(one), 'lars')).body).toContain('administratör i Sottunga');
  await expect.poll(async () => (await visit('/drift/utskick', 'olle')).body).toContain('Allt har kommit fram');
});
