import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Guardianship, RegisteredOrganisation, RegisteredPerson } from '../base-registers/index.ts';
import { saidOfOrganisation, saidOfPerson } from './register-rights.ts';

const now = Temporal.Instant.from('2026-11-22T09:00:00Z');
const day = (text: string) => Temporal.PlainDate.from(text);
const zone = 'Europe/Mariehamn';
const number = '040519A911W';

const child: RegisteredPerson = {
  ...{ number, name: 'Emil', address: null, protectedIdentity: false, birthDate: day('2019-05-04'), diedOn: null },
  ...{ civilStatus: 'unmarried', guardians: [{ number: 'a', name: 'Anna' }], children: [] },
};
const godMan: Guardianship = {
  ...{ kind: 'god-man', principal: { number, name: 'Emil' }, guardian: { number: 'k', name: 'Karin' } },
  ...{ scope: ['rights'], from: day('2026-01-01'), to: null },
};
const said = (person: Partial<RegisteredPerson> | null, guardianships: Partial<Guardianship>[] = []) =>
  saidOfPerson(
    {
      ...{ person: person && { ...child, ...person }, number, zone },
      guardianships: guardianships.map((one) => ({ ...godMan, ...one })),
    },
    now,
  );
const ends = (birthDate: string) => said({ birthDate: day(birthDate) }).rights[0]?.until?.toString();

describe('a person', () => {
  test.each([
    ['2008-11-22', '2026-11-21T22:00:00Z'],
    ['2008-11-23', '2026-11-22T22:00:00Z'],
    ['2008-02-29', '2026-02-27T22:00:00Z'],
  ])('born %s is of age from %s', (born, from) => {
    expect(ends(born)).toBe(Temporal.Instant.from(from).toString());
  });

  test.each([
    ['a guardian', {}, [], [['guardian', null]]],
    ['a guardian of a protected child', { protectedIdentity: true }, [], [['guardian', 'protected']]],
    [
      'a protected guardian of a protected child',
      { protectedIdentity: true, guardians: [{ number: 'a', name: null }] },
      [],
      [['guardian', null]],
    ],
    [
      'a guardian and a god man for the same',
      {},
      [{}],
      [
        ['guardian', 'disagreeing'],
        ['god-man', 'disagreeing'],
      ],
    ],
    [
      'a god man for property only',
      {},
      [{ scope: ['property'] }],
      [
        ['guardian', null],
        ['god-man', null],
      ],
    ],
    [
      'a god man who was',
      {},
      [{ to: day('2026-11-21') }],
      [
        ['guardian', null],
        ['god-man', null],
      ],
    ],
    [
      'a god man on the last day',
      {},
      [{ to: day('2026-11-22') }],
      [
        ['guardian', 'disagreeing'],
        ['god-man', 'disagreeing'],
      ],
    ],
    [
      'a god man to come',
      {},
      [{ from: day('2026-11-23') }],
      [
        ['guardian', null],
        ['god-man', null],
      ],
    ],
    [
      'a god man of who has come of age',
      { birthDate: day('2000-01-01') },
      [{}],
      [
        ['guardian', null],
        ['god-man', null],
      ],
    ],
    ['whom no register of persons knows', null, [{}], [['god-man', null]]],
  ] as [string, Partial<RegisteredPerson> | null, Partial<Guardianship>[], [string, string | null][]][])(
    'with %s',
    (_title, person, guardianships, expected) => {
      expect(said(person, guardianships).rights.map(({ kind, rests }) => [kind, rests])).toEqual(expected);
    },
  );

  test('who is dead, and who has a förvaltare now, is said to be; a god man changes nothing', () => {
    expect(said({ diedOn: day('2026-01-02') }).states.map(({ kind }) => kind)).toEqual(['dead']);
    expect(said(null, [{ kind: 'forvaltare' }]).states).toMatchObject([{ kind: 'under-forvaltare' }]);
    expect(said(null, [{ kind: 'forvaltare', to: day('2026-01-31') }]).states).toEqual([]);
    expect(said(null, [{}]).states).toEqual([]);
  });

  test('whose own wards are listed gives nobody a right by that', () => {
    expect(said(null, [{ principal: { number: 'b', name: 'Bo' }, guardian: { number, name: 'Emil' } }]).rights).toEqual(
      [],
    );
  });
});

const firm: RegisteredOrganisation = {
  ...{ number: '4020001006', name: 'Prov AB', form: 'limited-company', status: 'active', dissolvedOn: null },
  signatories: ['a', 'b', 'c'].map((one) => ({ number: one, name: one.toUpperCase(), role: 'board-member' })),
  signingRule: [{ anyOf: ['a', 'b', 'c'], count: 2 }],
};
const organisation = (change: Partial<RegisteredOrganisation>) => saidOfOrganisation({ ...firm, ...change }, zone, now);

describe('an organisation', () => {
  test('that two sign for lets nobody act alone, and tells each with whom', () => {
    const { rights } = organisation({});
    expect(rights.map(({ alone, together }) => [alone, together])).toEqual([
      [false, ['B', 'C']],
      [false, ['A', 'C']],
      [false, ['A', 'B']],
    ]);
  });

  test('lets act alone who may, and gives who stands in no rule nothing', () => {
    const { rights } = organisation({ signingRule: [{ everyoneOf: ['a'] }, { everyoneOf: ['a', 'b'] }] });
    expect(rights.map(({ holder, alone, together }) => [holder.number, alone, together])).toEqual([
      ['a', true, []],
      ['b', false, ['A']],
    ]);
  });

  test('that nobody signs for lets nobody act, whoever sits on the board', () => {
    expect(organisation({ signingRule: [] }).rights).toEqual([]);
  });

  test.each([
    ['active', null, []],
    ['liquidation', null, []],
    ['bankruptcy', null, ['bankrupt']],
    ['dissolved', day('2026-01-31'), ['dissolved']],
  ] as const)('that is %s', (status, dissolvedOn, states) => {
    expect(organisation({ status, dissolvedOn }).states.map(({ kind }) => kind)).toEqual(states);
  });

  test('whatever the rule, nobody is alone whom no alternative lets be', () => {
    const someone = fc.constantFrom<string[]>('a', 'b', 'c');
    const several = fc.uniqueArray(someone, { minLength: 1, maxLength: 3 });
    const alternative = fc.oneof(
      several.map((everyoneOf) => ({ everyoneOf })),
      several.chain((anyOf) => fc.integer({ min: 1, max: anyOf.length }).map((count) => ({ anyOf, count }))),
    );
    fc.assert(
      fc.property(fc.array(alternative, { maxLength: 4 }), (signingRule) => {
        for (const { holder, alone } of organisation({ signingRule }).rights) {
          const can = signingRule.some((one) =>
            'count' in one
              ? one.count === 1 && one.anyOf.includes(holder.number)
              : one.everyoneOf.length === 1 && one.everyoneOf[0] === holder.number,
          );
          expect(alone).toBe(can);
        }
      }),
    );
  });
});
