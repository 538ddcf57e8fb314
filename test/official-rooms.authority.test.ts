import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import { type Role, type RoleGrant, tasks } from '../src/kernel/authority.ts';
import { readConfig } from '../src/kernel/config/config.ts';
import type { App, PageRoom, SessionFacts } from '../src/kernel/http/app-types.ts';
import { type AuthorityId, type EventId, isUuid, newId, type PartyId } from '../src/kernel/ids.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { assignToMe } from '../src/modules/cases/assign.ts';
import { decide } from '../src/modules/cases/decide.ts';
import type { CaseKey } from '../src/modules/cases/filed-case.ts';
import { subscriptions } from '../src/modules/cases/index.ts';
import { numberContext } from '../src/modules/identity/ensure-party.ts';
import { noStandIns } from '../src/stand-ins.ts';
import { makeWiring } from '../src/wiring.ts';
import { caseWorld, sottunga } from './case-world.ts';
import { noRegisters } from './no-registers.ts';
import { testPersons } from './simulators.ts';

const world = caseWorld();
const { anna, siv } = world;
const desk = '/handlaggning/:authority/:case';
const roles = '/administration/:authority/roller';
const deliveries = '/administration/:authority/leveranser';
const files = '/administration/:authority/filer';
const payFiles = '/lon/:authority/filer';
const told = '/administration/:authority/prenumeranter';
const adoption = '/administration/:authority/tjanster/:service';
const approval = '/handlaggning/godkannanden/:authority/:request';
const payOut = '/handlaggning/utbetalningar/:authority/:batch';
const paper = '/handlaggning/fullmakter/:authority/:mandate';
const run = '/lon/:authority/:run';
const employee = '/lon/:authority/person/:employee';

/** Routes of officials and operators that show nothing of a resident's, and what they show. */
const showsNobody: Readonly<Record<string, string>> = {
  'GET /handlaggning/gallring': 'diary numbers, services and days of closed cases',
  [`GET ${desk}/oversikt`]: 'a diary number, and the question what for',
  [`POST ${approval}/godkann`]: 'nothing: goes back',
  [`POST ${approval}/avsla`]: 'nothing: goes back',
  [`POST ${approval}/ta-tillbaka`]: 'nothing: goes back',
  'GET /handlaggning/fullmakter': 'mandates on paper: what for, days and state',
  'GET /handlaggning/fullmakter/ny': 'an empty form',
  [`POST ${paper}/aterkalla`]: 'nothing: goes back; a refused one shows the paper, as GET does',
  'GET /handlaggning/utbetalningar': 'pay-outs as numbers and sums',
  'POST /handlaggning/utbetalningar/svar': 'how many payments of which pay-out a bank has answered for',
  [`POST ${payOut}/slapp`]: 'nothing: goes back',
  [`POST ${payOut}/skicka`]: 'nothing: goes back',
  'GET /lon': 'employers, and sums of their runs',
  'POST /lon/:authority/oppna': 'nothing: goes to the run',
  'GET /lon/:authority/parallell': 'months and codes of the old system, in numbers',
  'POST /lon/:authority/parallell/koder': 'nothing: goes back',
  'POST /lon/:authority/parallell/skriv-under': 'nothing: goes back',
  'POST /lon/:authority/parallell/:month': 'nothing: goes back',
  'GET /lon/regler': 'figures of the rules',
  'POST /lon/regler': 'what a change costs, in sums',
  'POST /lon/regler/foresla': 'nothing: goes to the approval',
  'GET /lon/:authority/extra': 'an empty form',
  'POST /lon/:authority/extra': 'nothing: goes to the run',
  [`POST ${employee}/konto`]: 'nothing: goes to the accounts',
  [`POST ${employee}/slutar`]: 'nothing: goes to the run',
  [`POST ${employee}/avliden`]: 'nothing: goes to the run',
  [`POST ${employee}/forskott`]: 'nothing: goes to the run',
  [`POST ${employee}/aterkrav`]: 'nothing: goes back',
  [`POST ${employee}/aterkrav/:claim`]: 'nothing: goes back',
  'POST /lon/:authority/tid': 'nothing: goes back',
  'POST /lon/:authority/tid/begaran/:request': 'nothing: goes back',
  [`POST ${run}/avsluta`]: 'nothing: goes back',
  [`POST ${run}/betala`]: 'nothing: goes to the pay-out',
  [`POST ${run}/betalare`]: 'nothing: goes back',
  [`POST ${run}/kontrollera`]: 'nothing: goes back',
  [`POST ${run}/rakna`]: 'nothing: goes back',
  [`POST ${run}/slapp`]: 'nothing: goes back',
  [`POST ${run}/stoppa`]: 'nothing: goes back',
  [`POST ${run}/svara`]: 'nothing: goes back',
  [`POST ${run}/ta-tillbaka`]: 'nothing: goes back',
  [`POST ${run}/tillbaka`]: 'nothing: goes back',
  [`GET ${run}/rapporter`]: 'files as names, sums and checksums, and employees’ numbers that a check has kept out',
  [`POST ${run}/rapporter`]: 'nothing: goes back',
  [`POST ${run}/rapporter/makulera`]: 'nothing: goes back',
  [`POST ${run}/rapporter/:report/skicka`]: 'nothing: goes back',
  [`POST ${run}/rapporter/:report/lamnad`]: 'nothing: goes back',
  'GET /lon/:authority/revision': 'which officials did what, and employees by number; nobody’s name or pay',
  'GET /lon/:authority/revision.csv': 'the same',
  'GET /lon/:authority/uppgifter': 'what an employer reports under, and which officer changed it',
  'POST /lon/:authority/uppgifter': 'the same',
  'GET /administration': 'authorities',
  'GET /administration/:authority':
    'the authority’s settings, and what visitors have written without saying who they are',
  'POST /administration/:authority': 'the same',
  'POST /administration/:authority/hinder/:report': 'nothing: goes back',
  'GET /administration/:authority/attest': 'officials who may release, which the administrator has named',
  'POST /administration/:authority/attest': 'the same',
  'POST /administration/:authority/attest/:line/avsluta': 'nothing: goes back',
  'GET /administration/:authority/tjanster': 'services',
  [`GET ${adoption}`]: 'a service’s settings, and which administrators have changed them',
  [`POST ${adoption}`]: 'the same',
  [`POST ${adoption}/version`]: 'nothing: goes back',
  [`GET ${roles}`]: 'officials in their offices, and whom administrators have invited to one',
  [`POST ${roles}`]: 'the same; that a role was given stands in its holder’s log',
  [`POST ${roles}/:id/avsluta`]: 'nothing: goes back; that a role was ended stands in its holder’s log',
  [`POST ${roles}/inbjudan/:id/ta-tillbaka`]: 'nothing: goes back',
  [`GET ${files}`]: 'descriptions of files, and which administrators made them; files that came, as counts of rows',
  [`POST ${files}/beskrivning`]: 'the same',
  [`GET ${files}/beskrivning/:mapping`]: 'the rows of a file that the administrator has just sent in to look at',
  [`POST ${files}/beskrivning/:mapping`]: 'the same',
  [`POST ${files}/beskrivning/:mapping/fil`]: 'nothing: goes to the file',
  [`GET ${files}/:file`]: 'numbers of rows, and why some are kept apart; nothing of what they hold',
  [`GET ${files}/:file/redovisning.csv`]: 'the same',
  [`GET ${files}/:file/rad/:row`]: 'a row about a unit',
  [`POST ${files}/:file/rad/:row`]: 'the same',
  [`GET ${payFiles}`]: 'descriptions of files, and which officials made them; files that came, as counts of rows',
  [`POST ${payFiles}/beskrivning`]: 'the same',
  [`POST ${payFiles}/beskrivning/:mapping/fil`]: 'nothing: goes to the file',
  [`GET ${payFiles}/:file`]: 'numbers of rows, and why some are kept apart; nothing of what they hold',
  [`GET ${payFiles}/:file/redovisning.csv`]: 'the same',
  'GET /administration/:authority/nycklar': 'which other systems may ask, and who let them',
  'POST /administration/:authority/nycklar': 'the same, and a new key',
  'POST /administration/:authority/nycklar/:client/avsluta': 'nothing: goes back',
  'GET /administration/:authority/kallor': 'codes of other systems, and how often they came; never about whom',
  'GET /administration/:authority/kallor/:source': 'one code, and which administrators said what of it',
  'POST /administration/:authority/kallor/:source': 'the same, as it will be',
  [`GET ${deliveries}`]:
    'names of files that were sent, and to whom the authority sends files; nothing of what they hold',
  [`POST ${deliveries}`]: 'the same',
  [`POST ${deliveries}/https`]: 'the same',
  [`POST ${deliveries}/in/igen`]: 'nothing: goes back',
  [`GET ${deliveries}/:destination`]: 'how a recipient is reached, and names of files there',
  [`POST ${deliveries}/:destination/titta`]: 'nothing: goes back',
  [`POST ${deliveries}/:destination/igen`]: 'nothing: goes back',
  [`POST ${deliveries}/:destination/hamtningar`]: 'nothing: goes back; a wrong folder shows the recipient, as GET does',
  [`POST ${deliveries}/:destination/hamtningar/:source/nu`]: 'nothing: goes back',
  [`POST ${deliveries}/:destination/hamtningar/:source/sluta`]: 'nothing: goes back',
  [`GET ${told}`]: 'which other systems are told of cases, and which administrators added them',
  [`POST ${told}`]: 'the same, and a new secret',
  [`GET ${told}/:subscriber`]: 'which cases a system has been told of, as kinds and times',
  [`POST ${told}/:subscriber/igen`]: 'nothing: goes back',
  [`POST ${told}/:subscriber/avsluta`]: 'nothing: goes back',
  'GET /drift/leveranser': 'names of files that did not arrive, to which recipient; nothing of what they hold',
  'GET /drift': 'links',
  'GET /drift/handelser': 'jobs that have failed: ids, and errors without the values in them',
  'POST /drift/handelser/:job/gor-om': 'nothing: goes back',
  'GET /drift/utskick': 'tips that did not arrive: from which authority, when and how; no address, nobody’s name',
  'POST /drift/utskick/:authority/:tip/igen': 'nothing: goes back',
  'GET /drift/register': 'how registers have answered: counts, times and kinds of faults; never about whom',
  'GET /drift/kallor': 'how other authorities’ systems have answered: counts and times; never about whom',
  'GET /drift/tjanster': 'services and figures that nobody has checked',
  'GET /drift/kommuner': 'municipalities',
  'POST /drift/kommuner': 'the same',
  'GET /drift/overgangar': 'reforms, and which operators announced them',
  'POST /drift/overgangar': 'the same, and how many officials a reform touches',
  'POST /drift/overgangar/:id/ta-tillbaka': 'nothing: goes back',
};

type Trial = { readonly fields?: Readonly<Record<string, string>>; readonly on: 'new' | 'mine' | 'available' };

/** The others: how each is asked, so that it has a person's data to show or to change. */
const leavesLine: Readonly<Record<string, Trial>> = {
  'GET /handlaggning': { on: 'new' },
  'GET /api/v1/authorities/:authority/cases': { on: 'new' },
  [`GET ${desk}`]: { on: 'new' },
  [`GET ${desk}/beslut.pdf`]: { on: 'available' },
  [`GET ${desk}/fil/:file`]: { on: 'new' },
  [`POST ${desk}/oversikt`]: { on: 'new', fields: { purpose: 'support' } },
  [`POST ${desk}/personnummer`]: { on: 'new', fields: { purpose: 'contact' } },
  [`POST ${desk}/tilldela`]: { on: 'new', fields: { to: 'me' } },
  [`POST ${desk}/lamna`]: { on: 'mine' },
  [`POST ${desk}/anteckning`]: { on: 'new', fields: { note: 'Ringde.' } },
  [`POST ${desk}/sekretess`]: { on: 'new', fields: { provision: 'OSL 21 kap. 1 §' } },
  [`POST ${desk}/fraga`]: { on: 'new', fields: { question: 'Vilken?', ...inAWeek() } },
  [`POST ${desk}/beslut`]: { on: 'new', fields: { decision: 'yes', reasons: 'Bra.' } },
  [`POST ${desk}/avsluta`]: { on: 'available' },
};

/** These too, of people in a pay-out, an approval, on a payroll, in its files or on a paper: `payments.db`, `payroll.authority`, `pay-files.authority` and `paper-mandates.authority` read the lines. */
const leavesLineElsewhere = [
  ...['POST /handlaggning/fullmakter/ny', `GET ${paper}`, `GET ${paper}/fil/:which`],
  'GET /handlaggning/godkannanden',
  'GET /lon/undantag',
  'GET /lon/:authority/konton',
  'GET /lon/:authority/parallell/:month',
  `GET ${approval}`,
  `GET ${payOut}`,
  `GET ${payOut}/fil`,
  ...[
    'GET /lon/:authority/tid',
    `GET ${run}`,
    `GET ${employee}`,
    `GET ${employee}/vid-sidan-av`,
    `GET ${employee}/aterkrav`,
    `POST ${employee}/tank-om`,
  ],
  `GET ${run}/rapporter/:report/fil`,
  ...[`GET ${payFiles}/beskrivning/:mapping`, `POST ${payFiles}/beskrivning/:mapping`],
  ...[`GET ${payFiles}/:file/rad/:row`, `POST ${payFiles}/:file/rad/:row`],
];

function inAWeek(): Record<string, string> {
  const { day, month, year } = Temporal.Now.plainDateISO().add({ days: 7 });
  return { 'answerBy-day': `${day}`, 'answerBy-month': `${month}`, 'answerBy-year': `${year}` };
}

let app: App;
const routes = new Map<string, PageRoom>();
/** Those that say how often one may ask. */
const limited = new Set<string>();

/** Each official is a new one, whose lines are theirs alone; the token says who and as what. */
function sessionOf(token: string): SessionFacts | null {
  const [role, party = ''] = token.split(':') as [Role, string];
  if (!isUuid(party)) return null;
  const grant: RoleGrant = {
    ...{ id: newId(), role, employer: sottunga, authority: role === 'operator' ? (9000001 as AuthorityId) : sottunga },
    ...{ unit: null, tasks, rights: [], agreement: null },
  };
  return { session: token, party: party as PartyId, name: role, assurance: 'high', language: 'sv', grants: [grant] };
}

beforeAll(async () => {
  const { db } = world;
  const secrets = makeSecrets(exampleDataKey);
  const [person] = testPersons;
  await db.sql('insert into identity.identity_number (party_id, country, sealed) values ($1, $2, $3)', [
    anna.party,
    person?.country,
    secrets.encrypt(person?.number ?? '', numberContext(anna.party)),
  ]);
  const wiring = await makeWiring({
    ...{
      config: readConfig({ NODE_ENV: 'test' }),
      log: pino({ level: 'silent' }),
      secrets: makeSecrets(exampleDataKey),
    },
    ...{ ownerUrl: db.url, urls: db.urls, pools: db.pools, formSecret: 'secret', oidc: null, smtpUrl: null },
    ...{
      receivedMail: null,
      fallbackFolder: undefined,
      registers: noStandIns.registers,
      caseSystems: noStandIns.caseSystems,
      mandateRegisters: noStandIns.mandateRegisters,
      stop: async () => undefined,
    },
  });
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'secret' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      ...wiring,
      findSession: async (token) => sessionOf(token),
      routes: wiring.routes.map((register) => async (room) => {
        room.addHook('onRoute', ({ method, url, config }) => {
          if (config?.room && method !== 'HEAD') routes.set(`${String(method)} ${url}`, config.room);
          if (config?.rateLimit) limited.add(`${String(method)} ${url}`);
        });
        await register(room);
      }),
    },
  );
  await app.ready();
});
afterAll(() => app.close());

async function caseFor(official: PartyId, { on }: Trial): Promise<CaseKey & { seq: number }> {
  const key = await world.filed(anna);
  const scope = world.official({ party: official, name: 'x' });
  const handled = { ...key, seq: 1, transaction: newId<string>() };
  if (on === 'new') return { ...key, seq: 1 };
  if (on === 'mine') await assignToMe(scope, handled);
  if (on === 'available') {
    await decide(scope, handled, { decision: 'yes', reasons: 'Bra.' });
    const event = { kind: 'case.decided', authorities: [sottunga], parties: [anna.party], ...key, seq: 2 } as const;
    const run = { event: newId<EventId>(), attempt: 1, lastAttempt: false };
    const files = { put: async () => ({ digest: 'a'.repeat(64), mediaType: 'application/pdf' }) } as never;
    const tell = subscriptions({ ...noRegisters, files, baseUrl: '' }).find(({ kind }) => kind === event.kind);
    await tell?.handle(world.worker([anna.party]), event as never, run);
  }
  return { ...key, seq: on === 'mine' ? 2 : 3 };
}

/** @param before what happens when the page stands there, before the route is asked */
async function tried(route: string, trial: Trial, before?: () => Promise<unknown>) {
  const official = newId<PartyId>();
  const { case: id, seq } = await caseFor(official, trial);
  const [method = '', url = ''] = route
    .replace(':authority', 'sottunga')
    .replace(':case', id)
    .replace(':file', 'b'.repeat(64))
    .split(' ');
  const cookies = { session: `case-officer:${official}` };
  const { body: page } = await app.inject({ method: 'GET', url: `/handlaggning/sottunga/${id}`, cookies });
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const lines = async () =>
    (
      await world.db.sql('select from kernel.audit_line where party_id = $1 and actor_party = $2', [
        anna.party,
        official,
      ])
    ).length;
  await before?.();
  const left = await lines();
  const fields = { seq: String(seq), transaction: newId<string>(), _csrf, ...trial.fields };
  const payload = new URLSearchParams({ ...fields, ...(trial.fields?.to ? { to: official } : {}) }).toString();
  const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload };
  const reply = await app.inject({ method: method as 'GET', url, cookies, ...(method === 'POST' ? form : {}) });
  return { reply, left: (await lines()) - left };
}

test('sign-in, filing, links that could be guessed and whatever anybody may post have a limit of their own', () => {
  const posts = [...routes].flatMap(([route, room]) => (room === 'public' && route.startsWith('POST ') ? [route] : []));
  const costly = [
    ...posts.filter((route) => !/ \/(logga-ut|utveckling\/.*)$/.test(route)),
    ...['GET /logga-in/e-legitimation', 'GET /logga-in/svar', 'GET /inbjudan/:token', 'POST /inbjudan/:token'],
    ...['POST /:authority/tjanster/:service/ansok/:draft/skicka', 'POST /mina-sidor/uppgifter/e-post'],
    'POST /mina-sidor/arenden/:authority/:case/komplettera',
  ];
  expect(costly.length).toBeGreaterThan(7);
  expect(costly.filter((route) => !limited.has(route))).toEqual([]);
});

test('each route of an official’s or operator’s room says whether it shows anybody', () => {
  const offices = [...routes].filter(([, room]) => room === 'official' || room === 'operator').map(([route]) => route);
  expect(offices.sort()).toEqual(
    [...Object.keys(showsNobody), ...Object.keys(leavesLine), ...leavesLineElsewhere].sort(),
  );
});

test.each(Object.entries(leavesLine))('%s leaves a line with whom it is about', async (route, trial) => {
  const { reply, left } = await tried(route, trial);
  if (!route.includes('/fil/')) expect([200, 303]).toContain(reply.statusCode);
  expect(left).toBeGreaterThan(0);
});

test.each(Object.entries(leavesLine))('%s shows nothing when its line can not be written', async (route, trial) => {
  try {
    const { reply } = await tried(route, trial, () =>
      world.db.sql('revoke insert on kernel.audit_line from web_official'),
    );
    expect(reply.statusCode).toBeGreaterThanOrEqual(500);
    expect(['Anna', 'bryggan', '%PDF'].filter((word) => reply.body.includes(word))).toEqual([]);
  } finally {
    await world.db.sql('grant insert on kernel.audit_line to web_official');
  }
});

const pages = Object.keys(showsNobody).filter((route) => route.startsWith('GET '));
test.each(pages)('%s names no resident', async (route) => {
  await world.filed(anna);
  await world.filed(siv);
  await world.db.sql(
    `update cases."case" set phase = 'closed', stage = 'closed', closed_at = now(), erase_on = current_date`,
  );
  const plain = route.slice(4).replace(':authority', 'sottunga').replace(':service', 'forslag');
  const url = plain.replace(/:(case|mapping|file|destination|subscriber|run|source)/, newId()).replace(':row', '1');
  const roleOf = (room: PageRoom | undefined): Role => (room === 'operator' ? 'operator' : 'administrator');
  const role = /^\/(handlaggning|lon)\b/.test(url) ? 'case-officer' : roleOf(routes.get(route));
  const reply = await app.inject({ method: 'GET', url, cookies: { session: `${role}:${newId()}` } });
  expect(url === plain ? [200, 303] : [404]).toContain(reply.statusCode);
  expect([anna.name, siv.name].filter((name) => reply.body.includes(name))).toEqual([]);
});
