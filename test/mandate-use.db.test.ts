import { beforeAll, describe, expect, test } from 'vitest';
import type { AuthorityId, MandateId, MessageId } from '../src/kernel/ids.ts';
import { newId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { insertUseLine } from '../src/kernel/use-line.ts';
import { askForCompletion } from '../src/modules/cases/ask-for-completion.ts';
import { completeCase, ownCase } from '../src/modules/cases/complete.ts';
import { fileCase } from '../src/modules/cases/file-case.ts';
import type { CaseKey } from '../src/modules/cases/filed-case.ts';
import { readOwnCases } from '../src/modules/cases/own-cases.ts';
import { authorityBySlug } from '../src/modules/directory/index.ts';
import { ownTrail } from '../src/modules/identity/own-trail.ts';
import { placeOf } from '../src/modules/identity/trail-place.ts';
import { deliver } from '../src/modules/mailbox/index.ts';
import { openMessage } from '../src/modules/mailbox/open-message.ts';
import { readInbox } from '../src/modules/mailbox/read-inbox.ts';
import { ownMandate } from '../src/modules/mandates/change-mandate.ts';
import { issueMandate } from '../src/modules/mandates/issue-mandate.ts';
import { takeInSigning } from '../src/modules/mandates/take-in-signing.ts';
import { usesFor } from '../src/modules/mandates/uses.ts';
import { wholeOverview } from '../src/modules/overview/whole-overview.ts';
import { openDraft } from '../src/modules/services/open-draft.ts';
import { caseWorld, type Person, sottunga } from './case-world.ts';
import { noRegisters } from './no-registers.ts';

const world = caseWorld();
const { db, anna, erik, siv, karin } = world;
const secrets = makeSecrets(exampleDataKey);
const number = '197911239817';
const today = Temporal.Now.plainDateISO('Europe/Stockholm');
const slugs = new Map<AuthorityId, string>([[sottunga, 'sottunga']]);

/** As the session makes it; a protected identity has no name in it. */
function actingFor(actor: Person, principal: Person): Scope {
  return db.scopes({
    actor: {
      kind: 'person',
      party: actor.party,
      name: actor === siv ? '' : actor.name,
      assurance: 'high',
      session: 's',
    },
    ...{ principal: principal.party, room: 'resident', fence: { authorities: [], parties: [principal.party] } },
  });
}

async function given(holder: Person): Promise<MandateId> {
  const [index] = secrets.indexes(`SE:${number}`, 'identity.number');
  await db.sql('insert into identity.number_index values ($1, $2) on conflict (index) do update set party_id = $2', [
    index,
    holder.party,
  ]);
  const scope = world.resident(anna);
  const { mandate } = await issueMandate(
    scope,
    { secrets, testPersons: true },
    {
      ...{ reach: { kind: 'everything' }, subject: { sv: 'allt', fi: 'kaikki', en: 'everything' } },
      ...{ level: 'active', mayPassOn: false, from: today, to: today.add({ months: 12 }) },
    },
    [{ country: 'SE', number, name: 'Grannen' }],
  );
  await db.sql(
    `insert into signing.event (signing_id, seq, kind, at, by_party, parties, body)
     select signing_id, 2, 'signed', now(), $2, array[$2::uuid], '{"place": 1}' from mandates.mandate where mandate_id = $1`,
    [mandate, anna.party],
  );
  await takeInSigning(scope, mandate);
  return mandate;
}

const linesBy = async (right: string) => (await ownTrail(world.resident(anna), null, { right })).lines;

describe('whatever is done in another’s name stands in the other’s log', () => {
  let mandate: MandateId;
  let filed: CaseKey;
  let message: MessageId;
  const overview = { sources: [], lastKnown: {} as never, patience: 1000 } as unknown as Parameters<
    typeof wholeOverview
  >[1];

  beforeAll(async () => {
    mandate = await given(erik);
    filed = await world.filed(anna);
    message = newId<MessageId>();
    await deliver(world.worker([anna.party]), {
      ...{ message, party: anna.party, authority: sottunga, kind: 'information', language: 'sv' },
      ...{ subject: 'Hej', body: 'Hej.' },
    });
    const answerBy = today.add({ days: 7 });
    const handled = { ...filed, seq: 1, transaction: newId<string>() };
    await askForCompletion(world.official(karin), handled, { text: 'Vilken?', answerBy });
  });

  const acts: readonly [string, string, string | null, () => Promise<unknown>][] = [
    [
      'files',
      'service.file',
      'case',
      () =>
        world
          .draft(anna)
          .then((draft) =>
            fileCase(actingFor(erik, anna), { authority: 'sottunga', service: 'forslag', draft, seq: 3 }, noRegisters),
          ),
    ],
    [
      'looks at a draft',
      'service.file',
      null,
      async () =>
        openDraft(
          actingFor(erik, anna),
          await authorityBySlug(actingFor(erik, anna), 'sottunga'),
          'forslag',
          await world.draft(anna),
        ),
    ],
    ['sees the list of cases', 'case.read-own', null, () => readOwnCases(actingFor(erik, anna), { most: 5 })],
    ['sees the overview', 'case.read-own', null, () => wholeOverview(actingFor(erik, anna), overview)],
    [
      'reads a case',
      'case.read-own',
      'case',
      () => ownCase(actingFor(erik, anna), { authority: 'sottunga', case: filed.case }),
    ],
    [
      'answers in a case',
      'case.complete',
      'case',
      () =>
        completeCase(
          actingFor(erik, anna),
          { authority: 'sottunga', case: filed.case },
          { text: 'Den.', files: [], transaction: newId() },
        ),
    ],
    ['sees the mailbox', 'mailbox.read', null, () => readInbox(actingFor(erik, anna), undefined)],
    ['opens a message', 'mailbox.read', 'message', () => openMessage(actingFor(erik, anna), message)],
  ];

  test.each(acts)('who %s', async (_what, action, place, act) => {
    await act();
    const lines = (await linesBy(mandate)).filter((line) => line.action === action);
    const found = lines.find((line) => (placeOf(line, slugs)?.kind ?? null) === place);
    expect(found).toMatchObject({ actorKind: 'person', actorParty: erik.party, actorName: 'Erik Berg' });
    expect(found?.basis).toEqual([expect.objectContaining({ kind: 'mandate', id: mandate })]);
  });

  test('the mandate’s page shows it to the grantor with the way there, and to nobody else', async () => {
    const { mandate: found } = await ownMandate(world.resident(anna), mandate);
    const uses = await usesFor(world.resident(anna), found);
    expect(uses?.map(({ by }) => by)).toEqual(uses?.map(() => 'Erik Berg'));
    expect(uses?.flatMap(({ place }) => place?.href ?? [])).toEqual(
      expect.arrayContaining([`/mina-sidor/arenden/sottunga/${filed.case}`, `/mina-sidor/meddelanden/${message}`]),
    );
    expect(await usesFor(world.resident(erik), found)).toBeNull();
  });

  test('one mandate’s lines are not another’s, and one’s own are among neither', async () => {
    const other = await given(karin);
    expect(await linesBy(other)).toEqual([]);
    await readInbox(world.resident(anna), undefined);
    const all = (await ownTrail(world.resident(anna), null, { right: null })).lines;
    expect(new Set(all.map(({ actorParty }) => actorParty))).toEqual(new Set([erik.party]));
  });

  test('a right by a register leaves the same line, by its own name', async () => {
    await db.sql(
      `insert into mandates.register_right (party_id, principal, kind, reference, principal_name, alone, duties,
         valid_from, source, as_of, evidence) values ($1, $2, 'god-man', 'akt 7', $3, true, '{rights}',
         now() - interval '1 day', 'guardianship', now(), 'x')`,
      [karin.party, anna.party, anna.name],
    );
    await db.sql(
      `insert into mandates.register_heard (party_id, about, source, asked_at, heard_at, as_of)
       select $1, 'represented', source, now(), now(), now() from unnest('{population,company,guardianship}'::text[]) source`,
      [anna.party],
    );
    await readOwnCases(actingFor(karin, anna), { most: 5 });
    const lines = await linesBy('akt 7');
    expect(lines.map(({ actorName, basis }) => [actorName, basis[0]?.kind])).toContainEqual(['Karin Holm', 'god-man']);
  });

  test('several pages that are opened at once leave one line', async () => {
    const firm = world.resident(karin);
    const line = (scope: Scope) =>
      scope.write((tx) =>
        insertUseLine(tx, scope, { about: karin.party, action: 'mailbox.read', resource: {}, basis: [] }),
      );
    await Promise.all(Array.from({ length: 8 }, () => line(firm)));
    const count = () =>
      db.sql("select 1 from kernel.audit_line where party_id = $1 and action = 'mailbox.read'", [karin.party]);
    expect(await count()).toHaveLength(1);
    await line(firm); // and again, when it can be seen
    expect(await count()).toHaveLength(1);
  });

  test('who has a protected identity is called what the mandate calls them, and their name is in no line', async () => {
    const hers = await given(siv);
    await readInbox(actingFor(siv, anna), undefined);
    const { mandate: found } = await ownMandate(world.resident(anna), hers);
    expect((await usesFor(world.resident(anna), found))?.map(({ by }) => by)).toEqual(['Grannen']);
    const rows = await db.sql<{ text: string }>(
      'select to_jsonb(l)::text as text from kernel.audit_line l where party_id = $1',
      [anna.party],
    );
    expect(rows.filter(({ text }) => text.includes('Siv'))).toEqual([]);
  });
});
