import { beforeAll, describe, expect, test } from 'vitest';
import type { Reach } from '../src/kernel/authority.ts';
import type { MandateId, PartyId } from '../src/kernel/ids.ts';
import { permit, type Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { ownCase } from '../src/modules/cases/complete.ts';
import { fileCase } from '../src/modules/cases/file-case.ts';
import { readOwnCases } from '../src/modules/cases/own-cases.ts';
import { ownTrail } from '../src/modules/identity/own-trail.ts';
import { readInbox } from '../src/modules/mailbox/read-inbox.ts';
import { actOnMandate, ownMandate } from '../src/modules/mandates/change-mandate.ts';
import { issueMandate } from '../src/modules/mandates/issue-mandate.ts';
import { ownMandates } from '../src/modules/mandates/own-mandates.ts';
import { representedBy } from '../src/modules/mandates/represented.ts';
import { loadMandate } from '../src/modules/mandates/store.ts';
import { takeInSigning } from '../src/modules/mandates/take-in-signing.ts';
import type { Wanted } from '../src/modules/mandates/terms.ts';
import { ownDrafts } from '../src/modules/services/open-draft.ts';
import { caseWorld, type Person, sottunga } from './case-world.ts';
import { noRegisters } from './no-registers.ts';

const world = caseWorld();
const secrets = makeSecrets(exampleDataKey);
const parts = { secrets, testPersons: true };
const numbers: Record<string, string> = { anna: '140388-942J', erik: '197911239817', karin: '110581-918M' };

const everything: Pick<Wanted, 'reach' | 'subject'> = {
  reach: { kind: 'everything' },
  subject: { sv: 'allt', fi: 'kaikki', en: 'everything' },
};
const today = Temporal.Now.plainDateISO('Europe/Stockholm');

function wantedFor(reach: Reach, level: Wanted['level'] = 'active'): Wanted {
  return { ...everything, reach, level, mayPassOn: false, from: today, to: today.add({ months: 1 }) };
}

/** Whose number it is, so that typing it finds them. */
async function numbered(person: Person, country: 'SE' | 'FI', number: string): Promise<void> {
  const [index] = secrets.indexes(`${country}:${number}`, 'identity.number');
  await world.db.sql('insert into identity.number_index values ($1, $2)', [index, person.party]);
}

/** As the session of who acts for another makes it: behind the other's fence alone. */
function actingFor(actor: Person, principal: Person, now?: Temporal.Instant): Scope {
  return world.db.scopes({
    actor: { kind: 'person', ...actor, assurance: 'high', session: 's' },
    principal: principal.party,
    room: 'resident',
    fence: { authorities: [], parties: [principal.party] },
    ...(now ? { now } : {}),
  });
}

async function signed(id: MandateId, by: PartyId): Promise<void> {
  await world.db.sql(
    `insert into signing.event (signing_id, seq, kind, at, by_party, parties, body)
     select signing_id, 2, 'signed', now(), $2, array[$2::uuid], '{"place": 1}' from mandates.mandate where mandate_id = $1`,
    [id, by],
  );
}

async function given(grantor: Person, holder: 'anna' | 'erik' | 'karin', wanted: Wanted): Promise<MandateId> {
  const country = holder === 'erik' ? 'SE' : 'FI';
  const scope = world.resident(grantor);
  const { mandate } = await issueMandate(scope, parts, wanted, [
    { country, number: numbers[holder] as string, name: 'Min granne' },
  ]);
  await signed(mandate, grantor.party);
  await takeInSigning(world.resident(grantor), mandate);
  return mandate;
}

const refused = (kind: string) => expect.objectContaining({ kind });

beforeAll(async () => {
  await numbered(world.anna, 'FI', numbers.anna as string);
  await numbered(world.erik, 'SE', numbers.erik as string);
  await numbered(world.karin, 'FI', numbers.karin as string);
});

describe('before there is a mandate', () => {
  test('nobody reads or does anything by saying that they act for another', async () => {
    const erik = actingFor(world.erik, world.anna);
    for (const asked of [
      () => readOwnCases(erik, { most: 5 }),
      () => readInbox(erik, undefined),
      () => ownTrail(erik, null),
      () => ownMandates(erik),
      () => permit(erik, 'party.represent', {}),
    ]) {
      await expect(asked()).rejects.toEqual(refused('not-allowed'));
    }
    expect(await ownDrafts(erik)).toEqual([]);
    expect((await representedBy(world.resident(world.erik))).represented).toEqual([]);
  });

  test('a draft gives nothing until it is signed', async () => {
    const { mandate } = await issueMandate(world.resident(world.siv), parts, wantedFor({ kind: 'everything' }), [
      { country: 'FI', number: numbers.karin as string, name: 'Karin' },
    ]);
    await expect(readOwnCases(actingFor(world.karin, world.siv), { most: 5 })).rejects.toEqual(refused('not-allowed'));
    await actOnMandate(world.resident(world.siv), mandate, 'revoked');
    // Nobody is asked to sign it any more.
    const [asked] = await world.db.sql<{ state: string }>('select state from signing.signing where subject_id = $1', [
      mandate,
    ]);
    expect(asked?.state).toBe('withdrawn');
    await takeInSigning(world.resident(world.siv), mandate);
    await expect(readOwnCases(actingFor(world.karin, world.siv), { most: 5 })).rejects.toEqual(refused('not-allowed'));
  });

  test('nobody gives one in another’s name, or to themselves', async () => {
    const holder = [{ country: 'SE' as const, number: numbers.erik as string, name: 'Erik' }];
    const wanted = wantedFor({ kind: 'everything' });
    await expect(issueMandate(actingFor(world.erik, world.anna), parts, wanted, holder)).rejects.toEqual(
      refused('not-allowed'),
    );
    await expect(issueMandate(world.resident(world.erik), parts, wanted, holder)).rejects.toEqual(refused('invalid'));
  });
});

describe('with a mandate for everything', () => {
  let mandate: MandateId;
  beforeAll(async () => {
    mandate = await given(world.anna, 'erik', wantedFor({ kind: 'everything' }));
  });

  test('the holder files in the grantor’s name; the case is the grantor’s, says who did it, and the log tells', async () => {
    const draft = await world.draft(world.anna);
    const erik = actingFor(world.erik, world.anna);
    const filed = await fileCase(erik, { authority: 'sottunga', service: 'forslag', draft, seq: 3 }, noRegisters);
    if (filed.state !== 'filed') throw new Error('the draft was not ready');

    const [row] = await world.db.sql<{ applicant: string; applicant_name: string }>(
      'select applicant, applicant_name from cases."case" where case_id = $1',
      [filed.case],
    );
    expect(row).toEqual({ applicant: world.anna.party, applicant_name: world.anna.name });

    const { actions } = await ownCase(world.resident(world.anna), { authority: 'sottunga', case: filed.case });
    expect(actions[0]?.by).toEqual({
      kind: 'representative',
      party: world.erik.party,
      name: world.erik.name,
      of: world.anna.party,
    });
    expect(actions[0]?.basis).toEqual([expect.objectContaining({ kind: 'mandate', id: mandate, level: 'active' })]);

    const { lines } = await ownTrail(world.resident(world.anna), null);
    expect(lines).toContainEqual(
      expect.objectContaining({
        actorName: world.erik.name,
        action: 'service.file',
        basis: [expect.objectContaining({ kind: 'mandate', id: mandate })],
      }),
    );
  });

  test('looking leaves a line, and looking again at once leaves no second', async () => {
    const count = async () =>
      (await ownTrail(world.resident(world.anna), null)).lines.filter(({ action }) => action === 'mailbox.read').length;
    await readInbox(actingFor(world.erik, world.anna), undefined);
    await readInbox(actingFor(world.erik, world.anna), undefined);
    expect(await count()).toBe(1);
  });

  test('nothing of one’s own is seen in the other’s name, nor the other’s in one’s own', async () => {
    const own = await world.filed(world.erik);
    const theirs = await world.filed(world.anna);
    const acting = (await readOwnCases(actingFor(world.erik, world.anna), { most: 50 })).cases.map((one) => one.case);
    const self = (await readOwnCases(world.resident(world.erik), { most: 50 })).cases.map((one) => one.case);
    expect(acting).toContain(theirs.case);
    expect(acting).not.toContain(own.case);
    expect(self).toContain(own.case);
    expect(self).not.toContain(theirs.case);
    await expect(ownCase(actingFor(world.erik, world.anna), { authority: 'sottunga', case: own.case })).rejects.toEqual(
      refused('not-found'),
    );
  });

  test('what only the grantor may do is still theirs alone', async () => {
    const erik = actingFor(world.erik, world.anna);
    for (const action of ['audit.read-own', 'party.manage', 'mandate.read-own', 'mandate.issue'] as const) {
      await expect(permit(erik, action, {}), action).rejects.toEqual(refused('not-allowed'));
    }
    await expect(actOnMandate(world.resident(world.erik), mandate, 'revoked')).rejects.toEqual(refused('not-allowed'));
  });

  test('a stranger does not even find it', async () => {
    const karin = world.resident(world.karin);
    await expect(ownMandate(karin, mandate)).rejects.toEqual(refused('not-found'));
    for (const act of ['revoked', 'accepted', 'given-back', 'declined'] as const) {
      await expect(actOnMandate(karin, mandate, act), act).rejects.toEqual(refused('not-found'));
    }
    expect(await karin.read((tx) => loadMandate(tx, mandate))).toBeUndefined();
  });

  test('what the holder is called is the grantor’s word until they have accepted it', async () => {
    const called = async () => (await ownMandate(world.resident(world.anna), mandate)).mandate.terms.holders[0]?.name;
    expect(await called()).toBe('Min granne');
    await actOnMandate(world.resident(world.erik), mandate, 'accepted');
    expect(await called()).toBe(world.erik.name);
  });

  test('of two who act at once, one does it and the other is told', async () => {
    const second = await given(world.anna, 'karin', wantedFor({ kind: 'everything' }));
    const outcomes = await Promise.allSettled([
      actOnMandate(world.resident(world.anna), second, 'revoked'),
      actOnMandate(world.resident(world.anna), second, 'revoked'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const told = outcomes.find((one) => one.status === 'rejected');
    expect(told?.reason).toEqual(refused('conflict'));
  });

  test('revoking is immediate, and the refusal says why to the holder', async () => {
    const erik = actingFor(world.erik, world.anna);
    await readOwnCases(erik, { most: 1 });
    await actOnMandate(world.resident(world.anna), mandate, 'revoked');
    await expect(readOwnCases(erik, { most: 1 })).rejects.toMatchObject({
      kind: 'not-allowed',
      explanation: { what: { sv: 'Fullmakten är återkallad av den som gav den.' } },
    });
    const draft = await world.draft(world.anna);
    await expect(
      fileCase(erik, { authority: 'sottunga', service: 'forslag', draft, seq: 3 }, noRegisters),
    ).rejects.toEqual(refused('not-allowed'));
    expect((await representedBy(world.resident(world.erik))).represented).toEqual([]);
  });
});

describe('with a mandate for one case', () => {
  test('the list holds that case alone, and no other is opened', async () => {
    const [one, two] = [await world.filed(world.anna), await world.filed(world.anna)];
    await given(world.anna, 'erik', wantedFor({ kind: 'case', authority: sottunga, case: one.case }, 'passive'));
    const erik = actingFor(world.erik, world.anna);
    expect((await readOwnCases(erik, { most: 50 })).cases.map((found) => found.case)).toEqual([one.case]);
    expect((await ownCase(erik, { authority: 'sottunga', case: one.case })).filed.case).toBe(one.case);
    await expect(ownCase(erik, { authority: 'sottunga', case: two.case })).rejects.toEqual(refused('not-allowed'));
    await world.draft(world.anna);
    expect(await ownDrafts(erik)).toEqual([]);
    expect((await readInbox(erik, undefined)).items).toEqual([]);
  });
});
