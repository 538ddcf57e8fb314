import { describe, expect, test } from 'vitest';
import type { Country, ServiceDefinition } from './format/definition.ts';
import { shippedServices } from './format/shipped.ts';
import { hindrancesOf, retentionOf, unverifiedIn } from './offer.ts';

const [shipped] = shippedServices();
if (!shipped) throw new Error('no service ships');

const law = (verified: boolean, country: Country = 'SE') =>
  ({ id: 'x', country, citation: 'X-lagen 1 §', source: 'https://x', date: '2026-11-22', verified }) as const;
const appeal = (verified: boolean, kind: 'appeal' | 'none' = 'appeal', country: Country = 'SE') =>
  ({ id: 'se', country, kind, weeks: 3, law: ['x'], verified }) as const;
const figure = (verified: boolean) => ({ value: 1, source: 'Skolverket', date: '2026-11-22', verified });

function definition(of: Partial<Pick<ServiceDefinition, 'legal' | 'appeals' | 'defaults'>>): ServiceDefinition {
  return { ...(shipped as { definition: ServiceDefinition }).definition, ...clean, ...of };
}
const clean = { legal: [law(true)], appeals: [appeal(true)], defaults: { SE: {}, AX: {} } };
const decided = { years: 2, decision: 'KS § 25', decidedOn: '2026-03-14' };

describe('in production', () => {
  test.each<[string, Parameters<typeof definition>[0], Country, readonly string[]]>([
    ['all verified', {}, 'SE', []],
    ['a paragraph', { legal: [law(false)] }, 'SE', ['law']],
    ['a paragraph of the other country', { legal: [law(false)] }, 'AX', []],
    ['a way to appeal', { appeals: [appeal(false)] }, 'SE', ['appeal']],
    ['an appeal of the other country', { appeals: [appeal(false, 'appeal', 'AX')] }, 'SE', []],
    ['the words that go with an answer that is no decision', { appeals: [appeal(false, 'none')] }, 'SE', []],
    ['a figure', { defaults: { SE: { maxFee: figure(false) }, AX: {} } }, 'SE', ['figure']],
    ['a verified figure', { defaults: { SE: { maxFee: figure(true) }, AX: {} } }, 'SE', []],
    ['both', { legal: [law(false)], appeals: [appeal(false)] }, 'SE', ['law', 'appeal']],
  ])('%s', (_what, of, country, kinds) => {
    const offer = { definition: definition(of), retention: decided };
    expect(hindrancesOf({ ...offer, isStrict: true }, country).map(({ kind }) => kind)).toEqual(kinds);
    expect(hindrancesOf({ ...offer, isStrict: false }, country)).toEqual([]);
    expect(unverifiedIn(offer.definition, country).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('the authority must have decided how long cases are kept; that is no law, so nothing is unverified', () => {
    const offer = { definition: definition({}), retention: null };
    expect(hindrancesOf({ ...offer, isStrict: true }, 'SE')).toEqual([{ kind: 'retention' }]);
    expect(unverifiedIn(offer.definition, 'SE')).toEqual([]);
  });

  test('what ships today: which are refused by name is known, and the suggestion can be offered', () => {
    const named = shippedServices().map(({ definition: one }) => [
      `${one.id} ${one.version}`,
      unverifiedIn(one, 'SE').map(({ kind, id }) => `${kind} ${id}`),
      unverifiedIn(one, 'AX').map(({ kind, id }) => `${kind} ${id}`),
    ]);
    expect(named).toEqual([
      [
        'se.sundsvall/barnomsorgsplats 2',
        ['law skollag-8-14', 'law fl-32', 'appeal se', 'figure maxFee'],
        ['appeal ax'],
      ],
      [
        'se.sundsvall/barnomsorgsplats 1',
        ['law skollag-8-14', 'law fl-32', 'appeal se', 'figure maxFee'],
        ['appeal ax'],
      ],
      ['se.sundsvall/foreningsbidrag 1', ['law fl-32'], ['appeal ax']],
      ['se.sundsvall/forslag 1', [], []],
    ]);
  });
});

test('a case is kept as the authority has decided; else as the service proposes, and that is said', () => {
  const { definition: one } = shipped;
  expect(retentionOf({ definition: one, retention: { ...decided, years: 9 } })).toMatchObject({
    ...{ years: 9, source: 'KS § 25, 2026-03-14', verified: true, after: one.case.retention.after },
  });
  expect(retentionOf({ definition: one, retention: null })).toMatchObject({
    ...{ years: one.case.retention.years, verified: false },
  });
});
