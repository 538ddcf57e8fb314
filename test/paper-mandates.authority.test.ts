import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { type FileStore, makeFileStore } from '../src/kernel/files/index.ts';
import { type EventId, type MandateId, newId, type PartyId } from '../src/kernel/ids.ts';
import type { EventBody } from '../src/kernel/outbox.ts';
import { permit, type Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import type { SourceAnswer } from '../src/kernel/source-answer.ts';
import { approve } from '../src/modules/approvals/index.ts';
import { refuse, takeBack } from '../src/modules/approvals/vote.ts';
import type { RegisteredPerson, Registers } from '../src/modules/base-registers/index.ts';
import { readOwnCases } from '../src/modules/cases/own-cases.ts';
import { ownTrail } from '../src/modules/identity/own-trail.ts';
import { deliver } from '../src/modules/mailbox/index.ts';
import { actOnMandate, ownMandate } from '../src/modules/mandates/change-mandate.ts';
import { noticeSubscriptions, paperSubscriptions } from '../src/modules/mandates/index.ts';
import { stateAt } from '../src/modules/mandates/mandate.ts';
import { ownMandates } from '../src/modules/mandates/own-mandates.ts';
import { listPapers, openOwnScan, openPaper, openScan, revokeOnPaper } from '../src/modules/mandates/paper/papers.ts';
import { type PaperWanted, registerPaper } from '../src/modules/mandates/paper/register-paper.ts';
import { caseWorld, kokar, type Person, sottunga } from './case-world.ts';

const world = caseWorld();
const { db, anna, erik, siv, karin } = world;
const secrets = makeSecrets(exampleDataKey);
const per: Person = { party: newId<PartyId>(), name: 'Per Söderholm' };
const numbers = { anna: '140388-942J', erik: '197911239817', siv: '110581-918M', karin: '250770-928T' };
const today = Temporal.Now.plainDateISO('Europe/Stockholm');
let folder: string;
let files: FileStore;
let original: PaperWanted['document'];

/** What the population register says today. */
let said: SourceAnswer<RegisteredPerson>;
const unasked: SourceAnswer<RegisteredPerson> = { state: 'not-asked' };
const registers = { person: async () => said, organisation: async () => unasked } as unknown as Registers;
const parts = { secrets, testPersons: true, registers };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papers-'));
  files = makeFileStore(folder);
  const { digest } = await files.put(Buffer.from('%PDF-1.7'), 'application/pdf');
  original = { file: digest, name: 'fullmakt.pdf', mediaType: 'application/pdf' };
  said = unasked;
  for (const [who, country, number] of [
    [anna, 'FI', numbers.anna],
    [erik, 'SE', numbers.erik],
    [siv, 'FI', numbers.siv],
    [karin, 'FI', numbers.karin],
  ] as const) {
    const [index] = secrets.indexes(`${country}:${number}`, 'identity.number');
    await db.sql('insert into identity.number_index values ($1, $2)', [index, who.party]);
  }
});
afterAll(() => rm(folder, { recursive: true }));

function official(person: Person, grant: Partial<RoleGrant> = {}): Scope {
  return world.official(person, { tasks: ['administration'], ...grant });
}

function wanted(more: Partial<PaperWanted> = {}): PaperWanted {
  return {
    ...{ authority: sottunga, document: original },
    grantor: { country: 'FI', number: numbers.anna, name: 'Anna på papperet' },
    holder: { country: 'SE', number: numbers.erik, name: 'Erik på papperet' },
    wanted: {
      reach: { kind: 'authority', authority: sottunga },
      subject: { sv: 'Sottunga', fi: 'Sottunga', en: 'Sottunga' },
      ...{ level: 'active', mayPassOn: false, from: today.subtract({ months: 1 }), to: today.add({ months: 6 }) },
    },
    ...more,
  };
}

const key = (mandate: MandateId, authority = sottunga) => ({ authority, mandate });

async function requestOf(mandate: MandateId) {
  const [row] = await db.sql<{ request: string; digest: string }>(
    'select request_id as request, digest from mandates.paper where mandate_id = $1',
    [mandate],
  );
  return { authority: sottunga, request: row?.request ?? '', digest: row?.digest ?? '' };
}

const handled = new Set<EventId>();
const subscriptions = [...noticeSubscriptions(deliver), ...paperSubscriptions];

/** What follows on what has happened, as the jobs do it, each from its event's own fence. */
async function settle(): Promise<void> {
  for (let more = true; more; ) {
    const rows = await db.sql<{ event: EventId; kind: string; body: { parties: PartyId[]; authorities: never[] } }>(
      'select event_id as event, kind, body from kernel.outbox order by event_id',
    );
    const found = rows.filter(({ event }) => !handled.has(event));
    more = found.length > 0;
    for (const { event, kind, body } of found) {
      handled.add(event);
      for (const one of subscriptions.filter((subscription) => subscription.kind === kind)) {
        const { parties, authorities } = body;
        const scope = db.scopes({
          actor: { kind: 'system', name: one.name },
          room: 'worker',
          fence: { authorities, parties },
        });
        await one.handle(scope, { kind, ...body } as unknown as EventBody, { event, attempt: 1, lastAttempt: false });
      }
    }
  }
}

async function seconded(mandate: MandateId, by: Person = per): Promise<void> {
  await approve(official(by), await requestOf(mandate));
  await settle();
}

async function stateOf(mandate: MandateId) {
  const known = await ownMandate(world.resident(anna), mandate);
  return stateAt(known.mandate, Temporal.Now.instant());
}

function actingFor(actor: Person, principal: Person): Scope {
  return db.scopes({
    actor: { kind: 'person', ...actor, assurance: 'high', session: 's' },
    ...{ principal: principal.party, room: 'resident', fence: { authorities: [], parties: [principal.party] } },
  });
}

const letters = async (mandate: MandateId, { party }: Person) =>
  (
    await db.sql<{ subject: string }>(
      'select subject from mailbox.message where mandate_id = $1 and party_id = $2 order by delivered_at',
      [mandate, party],
    )
  ).map(({ subject }) => subject);

const refused = (kind: string, more: object = {}) => expect.objectContaining({ kind, ...more });

describe('a mandate from paper', () => {
  test('gives nothing until another official has looked at it; then it stands, and both are told', async () => {
    const mandate = await registerPaper(official(karin), parts, wanted());
    await settle();
    expect(await stateOf(mandate)).toBe('awaiting-signatures');
    await expect(readOwnCases(actingFor(erik, anna), { most: 1 })).rejects.toEqual(refused('not-allowed'));

    await seconded(mandate);
    expect(await stateOf(mandate)).toBe('active');
    await readOwnCases(actingFor(erik, anna), { most: 1 });
    expect(await letters(mandate, anna)).toEqual(['Fullmakten är klar']);
    expect(await letters(mandate, erik)).toEqual(['Du har fått en fullmakt']);

    const [listed] = (await ownMandates(world.resident(erik))).listed;
    expect(listed?.mandate).toMatchObject({ id: mandate, paper: { authority: sottunga, document: original.file } });
    for (const party of [anna, erik]) {
      const { paper, size } = await openOwnScan(world.resident(party), files, mandate, 'original');
      expect([paper.name, size]).toEqual(['fullmakt.pdf', 8]);
    }
    await expect(openOwnScan(world.resident(siv), files, mandate, 'original')).rejects.toEqual(refused('not-found'));
    await expect(openOwnScan(world.resident(anna), files, mandate, 'aterkallelse')).rejects.toEqual(
      refused('not-found'),
    );

    // The grantor ends it online, whoever took it in.
    await actOnMandate(world.resident(anna), mandate, 'revoked');
    await expect(readOwnCases(actingFor(erik, anna), { most: 1 })).rejects.toEqual(refused('not-allowed'));
    await expect(revokeOnPaper(official(karin), key(mandate), original)).rejects.toEqual(refused('conflict'));
  });

  test('is ended at once on the grantor’s word on paper, and both are told', async () => {
    const mandate = await registerPaper(official(karin), parts, wanted());
    await seconded(mandate);
    await readOwnCases(actingFor(erik, anna), { most: 1 });
    const { digest } = await files.put(Buffer.from('%PDF-1.7 revoked'), 'application/pdf');
    await revokeOnPaper(official(per), key(mandate), { ...original, file: digest, name: 'återkallelse.pdf' });
    await expect(readOwnCases(actingFor(erik, anna), { most: 1 })).rejects.toEqual(refused('not-allowed'));
    expect(await stateOf(mandate)).toBe('revoked');
    await settle();
    expect((await letters(mandate, erik)).at(-1)).toBe('En fullmakt som du har haft är återkallad');
    expect((await letters(mandate, anna)).at(-1)).toBe('Fullmakten är återkallad');
    expect((await openOwnScan(world.resident(anna), files, mandate, 'aterkallelse')).paper.name).toBe(
      'återkallelse.pdf',
    );
  });

  test('whoever opens it leaves a line with both', async () => {
    const mandate = await registerPaper(official(karin), parts, wanted());
    await openPaper(official(per), key(mandate));
    await openScan(official(per), files, key(mandate), 'original');
    for (const party of [anna, erik]) {
      const lines = (await ownTrail(world.resident(party), null)).lines.filter(
        ({ resource }) => resource.mandate === mandate,
      );
      expect(lines.map(({ actorName, purpose }) => `${actorName} ${purpose}`).sort()).toEqual([
        'Karin Holm mandates.purpose.paper-registered',
        ...Array(2).fill('Per Söderholm mandates.purpose.paper-read'),
      ]);
    }
  });

  test('the list says what for and how it stands, and names nobody', async () => {
    const { papers } = await listPapers(official(karin), undefined);
    expect(papers.length).toBeGreaterThan(2);
    expect(JSON.stringify(papers.map(({ paper }) => paper.subject))).not.toContain('Anna');
  });

  test.each([
    ['refused', (request: Awaited<ReturnType<typeof requestOf>>) => refuse(official(per), request, 'Fel namn.')],
    ['taken back', (request: Awaited<ReturnType<typeof requestOf>>) => takeBack(official(karin), request)],
  ])('that is %s never stands', async (_how, answer) => {
    const mandate = await registerPaper(official(karin), parts, wanted());
    await answer(await requestOf(mandate));
    await settle();
    expect(await stateOf(mandate)).toBe('refused');
    await expect(approve(official(per), await requestOf(mandate))).rejects.toEqual(refused('conflict'));
  });

  test('that was altered after it was proposed never stands, whoever approves', async () => {
    const mandate = await registerPaper(official(karin), parts, wanted());
    await db.sql('alter table mandates.event disable trigger append_only');
    await db.sql(
      `update mandates.event set body = jsonb_set(body, '{terms,level}', '"passive"') where mandate_id = $1 and seq = 1`,
      [mandate],
    );
    await db.sql('alter table mandates.event enable trigger append_only');
    await seconded(mandate);
    expect(await stateOf(mandate)).toBe('refused');
  });
});

describe('who may', () => {
  test('nobody seconds what they have registered, nor what they are a party to', async () => {
    const mandate = await registerPaper(official(karin), parts, wanted());
    for (const who of [karin, anna, erik]) {
      await expect(approve(official(who), await requestOf(mandate)), who.name).rejects.toEqual(refused('not-allowed'));
    }
    await settle();
    expect(await stateOf(mandate)).toBe('awaiting-signatures');
  });

  test('nobody takes in, or ends, a mandate that they are a party to', async () => {
    await expect(registerPaper(official(anna), parts, wanted())).rejects.toEqual(refused('not-allowed'));
    await expect(registerPaper(official(erik), parts, wanted())).rejects.toEqual(refused('not-allowed'));
    const mandate = await registerPaper(official(karin), parts, wanted());
    await expect(revokeOnPaper(official(erik), key(mandate), original)).rejects.toEqual(refused('not-allowed'));
  });

  const wrong: readonly [string, () => Scope, 'not-allowed' | 'not-found'][] = [
    ['of another task', () => world.official(per, { tasks: ['child-care'] }), 'not-allowed'],
    ['of another authority', () => official(per, { authority: kokar, employer: kokar }), 'not-allowed'],
    ['an administrator', () => official(per, { role: 'administrator' }), 'not-allowed'],
    ['an operator', () => official(per, { role: 'operator' }), 'not-allowed'],
    ['a resident', () => world.resident(per), 'not-allowed'],
    ['the grantor in person', () => world.resident(anna), 'not-allowed'],
  ];
  test.each(wrong)('%s neither registers, reads nor revokes', async (_who, scope, kind) => {
    const mandate = await registerPaper(official(karin), parts, wanted());
    const asked = {
      registers: () => registerPaper(scope(), parts, wanted()),
      reads: () => openPaper(scope(), key(mandate)),
      opens: () => openScan(scope(), files, key(mandate), 'original'),
      revokes: () => revokeOnPaper(scope(), key(mandate), original),
    };
    for (const [what, ask] of Object.entries(asked)) await expect(ask(), what).rejects.toEqual(refused(kind));
    expect(await stateOf(mandate)).toBe('awaiting-signatures');
  });

  test('an official of another authority does not find it under their own', async () => {
    const mandate = await registerPaper(official(karin), parts, wanted());
    const there = official(per, { authority: kokar, employer: kokar });
    await expect(openPaper(there, key(mandate, kokar))).rejects.toEqual(refused('not-found'));
    await expect(revokeOnPaper(there, key(mandate, kokar), original)).rejects.toEqual(refused('not-found'));
    expect((await listPapers(there, undefined)).papers).toEqual([]);
  });

  test('an authority takes in nothing that reaches beyond itself', async () => {
    const { wanted: terms } = wanted();
    for (const reach of [
      { kind: 'everything' },
      { kind: 'mail', authority: null },
      { kind: 'authority', authority: kokar },
    ] as const) {
      const paper = wanted({ wanted: { ...terms, reach } });
      await expect(registerPaper(official(karin), parts, paper), reach.kind).rejects.toEqual(
        refused('invalid', { key: 'mandates.paper.reach' }),
      );
    }
  });

  test('an office’s permit reaches nothing of a mandate that was signed online', async () => {
    const scope = official(karin);
    const permitted = await permit(scope, 'paper-mandate.read', { authority: sottunga, task: 'administration' });
    expect(permitted.action).toBe('paper-mandate.read');
    await expect(openPaper(scope, key(newId<MandateId>()))).rejects.toEqual(refused('not-found'));
    expect(await scope.read((tx) => tx.selectFrom('mandates.mandate').select('mandate_id').execute())).toEqual([]);
  });
});

describe('who is who', () => {
  const person = (more: Partial<RegisteredPerson>): SourceAnswer<RegisteredPerson> => ({
    state: 'answered',
    asOf: Temporal.Now.instant(),
    value: { name: 'Enligt Registret', protectedIdentity: false, diedOn: null, ...more } as RegisteredPerson,
  });
  async function when(answer: SourceAnswer<RegisteredPerson>, register: () => Promise<MandateId>) {
    said = answer;
    return register().finally(() => {
      said = unasked;
    });
  }
  const summary = async (mandate: MandateId) => {
    const { request } = await requestOf(mandate);
    const [row] = await db.sql<{ text: string }>(
      'select summary::text as text from approvals.request where request_id = $1',
      [request],
    );
    return row?.text ?? '';
  };

  test('the second pair of eyes reads what the register calls them, or that it was not asked', async () => {
    const checked = await when(person({}), () => registerPaper(official(karin), parts, wanted()));
    expect(await summary(checked)).toContain('Anna på papperet (registret: Enligt Registret)');
    const unchecked = await registerPaper(official(karin), parts, wanted());
    expect(await summary(unchecked)).toContain('Anna på papperet (inte kontrollerad mot register)');
  });

  test.each([
    [
      'nobody has the number',
      { state: 'nothing', asOf: Temporal.Now.instant() } as SourceAnswer<RegisteredPerson>,
      'unknown',
    ],
    ['they are dead', person({ diedOn: today }), 'gone'],
  ])('it is not taken in when %s', async (_what, answer, why) => {
    await expect(when(answer, () => registerPaper(official(karin), parts, wanted()))).rejects.toEqual(
      refused('invalid', { key: `mandates.paper.${why}` }),
    );
  });

  test('a protected identity is handled by who has that right alone, and named in no summary', async () => {
    const paper = wanted({ grantor: { country: 'FI', number: numbers.siv, name: 'Siv Hemlig' } });
    await expect(registerPaper(official(karin), parts, paper)).rejects.toEqual(refused('not-allowed'));
    const mandate = await registerPaper(official(karin, { rights: ['protected-identity'] }), parts, paper);
    expect(await summary(mandate)).not.toContain('Siv');
    await expect(openPaper(official(per), key(mandate))).rejects.toEqual(refused('not-allowed'));
    await openPaper(official(per, { rights: ['protected-identity'] }), key(mandate));
  });

  test('one number is not both, and a mandate that is over is not taken in', async () => {
    const { grantor, wanted: terms } = wanted();
    await expect(registerPaper(official(karin), parts, wanted({ holder: grantor }))).rejects.toEqual(
      refused('invalid'),
    );
    const over = { ...terms, from: today.subtract({ months: 2 }), to: today.subtract({ days: 1 }) };
    await expect(registerPaper(official(karin), parts, wanted({ wanted: over }))).rejects.toEqual(
      refused('invalid', { key: 'mandates.days.over' }),
    );
  });
});
