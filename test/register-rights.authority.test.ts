import { describe, expect, test } from 'vitest';
import type { PartyId } from '../src/kernel/ids.ts';
import { permit } from '../src/kernel/scope.ts';
import { readOwnCases } from '../src/modules/cases/own-cases.ts';
import { ownTrail } from '../src/modules/identity/own-trail.ts';
import { readInbox } from '../src/modules/mailbox/read-inbox.ts';
import { issueMandate } from '../src/modules/mandates/issue-mandate.ts';
import { ownMandates, rightsOver } from '../src/modules/mandates/own-mandates.ts';
import { actFor } from '../src/modules/mandates/represented.ts';
import { keepHeard } from '../src/modules/mandates/store/register-rights.ts';
import type { Wanted } from '../src/modules/mandates/terms.ts';
import { ownDrafts } from '../src/modules/services/open-draft.ts';
import { because, named, numbers, registerWorld, secrets, start } from './register-world.ts';
import { testPerson } from './simulators.ts';

const world = registerWorld();
const { db, change, asked, session, list, file, partyOf } = world;
const elsa = () => partyOf(numbers.elsa);
const firm = () => partyOf(numbers.firm);

describe('whom no register lets', () => {
  test('a stranger is refused, and no register is asked about anybody', async () => {
    await list('anna');
    const before = await asked('population');
    await expect(file('karin', await elsa(), 11)).rejects.toMatchObject({
      kind: 'not-allowed',
      ...because('ingen fullmakt'),
    });
    expect(await asked('population')).toBe(before);
  });

  test('of a protected child’s guardians only the one who is protected too may act', async () => {
    const { represented } = await list('siv');
    expect(represented.some(({ by }) => by[0]?.kind === 'guardian')).toBe(true);
    const { rights } = await list('lars');
    const custody = rights.find(({ right }) => right.kind === 'guardian');
    expect(custody?.right.name).toBeNull();
    expect(custody?.answer).toMatchObject({ decision: 'no', ...because('Barnets uppgifter är skyddade') });
    const [child] = await db.sql<{ name: string; is_protected: boolean }>(
      'select name, is_protected from identity.party where party_id = $1',
      [custody?.right.principal],
    );
    expect(child).toEqual({ name: '', is_protected: true });
  });
});

describe('an open session, when the register has changed', () => {
  test('of who is no guardian any more', async () => {
    await list('anna');
    await file('anna', await elsa());
    await change('population', numbers.elsa, { guardians: ['090386-915X'] });
    await expect(file('anna', await elsa(), 11)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(named(await list('anna', 12))).toEqual(['Emil Sjöblom']);
  });

  test('of the guardian of who has come of age', async () => {
    await list('anna');
    const birthDate = start.toZonedDateTimeISO('Europe/Mariehamn').toPlainDate().subtract({ years: 18 }).toString();
    await change('population', numbers.elsa, { birthDate });
    await expect(file('anna', await elsa(), 11)).rejects.toMatchObject({
      kind: 'not-allowed',
      ...because('företräda personen upphört'),
    });
  });

  test('of a signatory who has left, and of one who must sign with another now', async () => {
    await list('erik');
    const noor = testPerson('noor').number;
    await change('company', numbers.firm, {
      signingRule: [{ everyoneOf: [testPerson('erik').number, noor] }],
      signatories: [
        { number: testPerson('erik').number, role: 'board-member' },
        { number: noor, role: 'board-member' },
      ],
    });
    await expect(file('erik', await firm(), 11)).rejects.toMatchObject(because('tillsammans med andra'));
    await change('company', numbers.firm, {
      signatories: [{ number: noor, role: 'board-member' }],
      signingRule: [{ everyoneOf: [noor] }],
    });
    await expect(file('erik', await firm(), 22)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(named(await list('erik', 23))).toEqual(['Bo Lundmark']);
  });

  test.each([
    ['dissolved', { status: 'dissolved', dissolvedOn: '2026-01-31' }, 'upplöst'],
    ['bankrupt', { status: 'bankruptcy' }, 'i konkurs'],
  ])('of a signatory of what is %s', async (_status, set, text) => {
    await list('erik');
    await change('company', numbers.firm, set);
    await expect(file('erik', await firm(), 11)).rejects.toMatchObject({ kind: 'not-allowed', ...because(text) });
  });

  test('of a förvaltare whose appointment has ended, and of the guardian of a child who has died', async () => {
    await list('erik');
    await change('guardianship', numbers.bo, { to: '2026-01-31' });
    const bo = await partyOf(numbers.bo);
    await expect(file('erik', bo, 11)).rejects.toMatchObject({
      kind: 'not-allowed',
      ...because('företräda personen upphört'),
    });
    await list('anna');
    await change('population', numbers.elsa, { diedOn: '2026-01-31' });
    await expect(file('anna', await elsa(), 11)).rejects.toMatchObject(because('Personen har avlidit'));
  });

  test('of whoever is dead themselves', async () => {
    await list('anna');
    await change('population', testPerson('anna').number, { diedOn: '2026-01-31' });
    await list('anna', 11);
    await expect(file('anna', await elsa(), 12)).rejects.toMatchObject(because('tillhör avlidit'));
  });
});

describe('every page, as somebody who was let and is not any more', () => {
  const wanted: Wanted = {
    ...{ reach: { kind: 'everything' }, subject: { sv: 'allt', fi: 'kaikki', en: 'all' }, level: 'active' },
    ...{ mayPassOn: false, from: Temporal.Now.plainDateISO(), to: Temporal.Now.plainDateISO().add({ months: 1 }) },
  };
  const holder = { country: 'SE', number: testPerson('noor').number, name: 'Noor' } as const;

  test.each([
    ['a former guardian', 'anna', 'population', numbers.elsa, { guardians: ['090386-915X'] }],
    ['the guardian of who is of age', 'anna', 'population', numbers.elsa, { birthDate: '2001-01-01' }],
    ['a signatory who has left', 'erik', 'company', numbers.firm, { signatories: [], signingRule: [] }],
    ['a förvaltare who is none', 'erik', 'guardianship', numbers.bo, { to: '2026-01-31' }],
  ] as const)('%s reads, writes, issues and chooses nothing', async (_who, sub, register, number, set) => {
    await list(sub);
    const principal = await partyOf(number);
    await change(register, number, set);
    const there = () => session(sub, 11, principal);
    for (const attempt of [
      () => readOwnCases(there(), { most: 5 }),
      () => readInbox(there(), undefined),
      () => ownTrail(there(), null),
      () => ownMandates(there()),
      () => rightsOver(there()),
      () => permit(there(), 'party.represent', {}),
      () => permit(there(), 'case.complete', {}),
      () => issueMandate(there(), { secrets, testPersons: true }, wanted, [holder]),
      () => actFor(session(sub, 12), principal, world.follow),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ kind: 'not-allowed' });
    }
    expect(await ownDrafts(there())).toEqual([]);
  });

  test('one of two joint signatories does not choose the organisation, and gives nobody a mandate in its name', async () => {
    const { rights } = await list('anna');
    const joint = rights.find(({ right }) => right.kind === 'signatory')?.right.principal as PartyId;
    await expect(actFor(session('anna', 1), joint, world.follow)).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(
      issueMandate(session('anna', 1, joint), { secrets, testPersons: true }, wanted, [holder]),
    ).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  test('nobody writes what a register has said of another, nor a right of their own over them', async () => {
    await list('anna');
    const forged = {
      ...({
        party: await elsa(),
        about: 'represented',
        source: 'population',
        asked_at: start,
        heard_at: start,
      } as const),
      ...{ as_of: start, fault: null, rights: [], states: [] },
    };
    await expect(session('karin').write((tx) => keepHeard(tx, [forged]))).rejects.toMatchObject({ code: '42501' });
    for (const table of ['register_right', 'register_heard', 'party_state'] as const) {
      await expect(session('anna').write((tx) => tx.deleteFrom(`mandates.${table}`).execute())).rejects.toMatchObject({
        code: '42501',
      });
    }
  });
});
