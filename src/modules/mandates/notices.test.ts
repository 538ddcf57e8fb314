import { describe, expect, test } from 'vitest';
import type { AuthorityId, MandateId, PartyId } from '../../kernel/ids.ts';
import { languages } from '../../kernel/texts.ts';
import { type MandateEvent, mandateFrom, type Terms } from './mandate.ts';
import { noticeTexts } from './notice-texts/index.ts';
import { type NoticeKind, noticeKinds, toldOf, upTo, warningAt } from './notices.ts';

const [anna, bo, erik, cilla, firm] = ['anna', 'bo', 'erik', 'cilla', 'firm'] as PartyId[] as [
  PartyId,
  PartyId,
  PartyId,
  PartyId,
  PartyId,
];
const day = (n: number) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: 24 * n });
const named = (party: PartyId) => ({ party, name: party });
const terms: Terms = {
  grantors: [named(anna)],
  holders: [named(erik), named(cilla)],
  subject: { sv: 'allt', fi: 'kaikki', en: 'everything' },
  ...{ reach: { kind: 'everything' }, level: 'active', mayPassOn: false, from: day(10), until: day(100) },
  ...{ signers: [{ party: anna, onBehalfOf: anna }], signBy: day(50), replaces: null, passedOn: null },
  ...{ inOrder: false, requestedBy: null },
};
const company: Terms = {
  ...terms,
  grantors: [named(firm)],
  signers: [
    { party: anna, onBehalfOf: firm },
    { party: bo, onBehalfOf: firm },
  ],
};
const passed: Terms = {
  ...terms,
  holders: [named(cilla)],
  signers: [{ party: erik, onBehalfOf: anna }],
  passedOn: { from: 'parent' as MandateId, by: erik },
};

/** As `party letter`, of a mandate that has gone through the events, the last of which is told of. */
function told(kind: NoticeKind, by: PartyId, of: Terms, ...events: MandateEvent[]): string[] {
  const stream = [{ kind: 'drafted', by, terms: of } as MandateEvent, ...events].map((event, index) => ({
    ...{ seq: index + 1, at: day(11), event },
  }));
  const last = kind === 'expiring' || kind === 'expired' ? undefined : stream.at(-1)?.event;
  return toldOf(mandateFrom('m' as MandateId, stream), kind, last).map(({ party, letter }) => `${party} ${letter}`);
}

const registered: MandateEvent = { kind: 'registered' };
const declines = (by: PartyId): MandateEvent => ({ kind: 'declined', by });
const table: readonly [string, string[], string[]][] = [
  ['own draft', told('drafted', anna, terms), []],
  ['a draft that two sign', told('drafted', anna, company), ['bo to-sign']],
  ['a request', told('drafted', erik, { ...terms, requestedBy: erik }), ['anna requested']],
  [
    'signed',
    told('registered', anna, terms, registered),
    ['erik registered-holder', 'cilla registered-holder', 'anna registered-giver'],
  ],
  [
    'signed by two for their company',
    told('registered', anna, company, registered),
    [
      'erik registered-holder',
      'cilla registered-holder',
      'firm registered-giver',
      'anna registered-giver',
      'bo registered-giver',
    ],
  ],
  [
    'passed on',
    told('registered', erik, passed, registered),
    ['cilla registered-holder', 'anna passed-on', 'erik registered-giver'],
  ],
  [
    'accepted',
    told('accepted', anna, terms, registered, { kind: 'accepted', by: erik, name: 'E' }),
    ['anna accepted-giver'],
  ],
  [
    'declined by one',
    told('declined', anna, terms, registered, declines(erik)),
    ['erik declined-holder', 'anna declined-giver'],
  ],
  [
    'declined by the other',
    told('declined', anna, terms, registered, declines(erik), declines(cilla)),
    ['cilla declined-holder', 'anna declined-giver'],
  ],
  [
    'given back',
    told('given-back', anna, terms, registered, { kind: 'given-back', by: cilla }),
    ['cilla given-back-holder', 'anna given-back-giver'],
  ],
  [
    'revoked, when one has left already',
    told('revoked', anna, terms, registered, declines(erik), { kind: 'revoked', by: anna }),
    ['cilla revoked-holder', 'anna revoked-giver'],
  ],
  [
    'passed on, and revoked',
    told('revoked', erik, passed, registered, { kind: 'revoked', by: anna }),
    ['cilla revoked-holder', 'anna revoked-giver', 'erik revoked-giver'],
  ],
  [
    'refused: who never heard of it does not now',
    told('refused', anna, terms, { kind: 'refused', by: anna }),
    ['anna refused-giver'],
  ],
  [
    'refused, when it was asked for',
    told('refused', erik, { ...terms, requestedBy: erik }, { kind: 'refused', by: anna }),
    ['erik refused-holder', 'cilla refused-holder', 'anna refused-giver'],
  ],
  ...(['replaced', 'suspended', 'resumed', 'expiring', 'expired'] as const).map(
    (kind): [string, string[], string[]] => [
      kind,
      told(kind, anna, terms, registered),
      [`erik ${kind}-holder`, `cilla ${kind}-holder`, `anna ${kind}-giver`],
    ],
  ),
];

describe('who is told what', () => {
  test.each(table)('%s', (_what, found, wanted) => expect(found).toEqual(wanted));

  test('nobody who is dead or dissolved is written to', () => {
    const stream = [{ seq: 1, at: day(1), event: { kind: 'drafted', by: anna, terms } as const }];
    const to = toldOf(mandateFrom('m' as MandateId, stream), 'suspended', undefined, new Set([anna, cilla]));
    expect(to.map(({ party }) => party)).toEqual([erik]);
  });

  test('what happened later is not told of with it', () => {
    const paper = { kind: 'paper-registered', by: bo, authority: 1 as AuthorityId, document: 'd', terms } as const;
    const stream = [paper, registered, declines(erik)].map((event, index) => ({ seq: index + 1, at: day(1), event }));
    const mandate = mandateFrom('m' as MandateId, upTo(stream, 2));
    expect(toldOf(mandate, 'registered', registered).map(({ party }) => party)).toEqual([erik, cilla, anna]);
  });

  test('every letter has its words in each language, and no line in the mailbox is longer than it may be', () => {
    for (const language of languages) {
      for (const { subject, first } of Object.values(noticeTexts[language].letters)) {
        expect(subject.length).toBeGreaterThan(5);
        expect(subject.length).toBeLessThan(200);
        expect(first).toMatch(/\.$/);
      }
    }
    expect(noticeKinds.length).toBe(14);
  });
});

describe('the warning before the end', () => {
  test.each([
    [365, 335],
    [90, 60],
    [89, 82],
    [14, 7],
    [13, null],
  ])('of a mandate of %i days comes on day %s', (days, warned) => {
    const at = warningAt({ from: day(0), until: day(days) });
    expect(at?.toString() ?? null).toBe(warned === null ? null : day(warned).toString());
  });
});
