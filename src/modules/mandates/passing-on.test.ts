import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level, Reach } from '../../kernel/authority.ts';
import type { AuthorityId, MandateId, PartyId } from '../../kernel/ids.ts';
import { type Mandate, mandateFrom, type Terms } from './mandate.ts';
import { type PassedOn, passOnFault } from './passing-on.ts';
import { includes, levelIncludes } from './reach.ts';

const party = (name: string) => name as PartyId;
const named = (name: string) => ({ party: party(name), name });
const day = (n: number) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: 24 * n });
const sottunga = 1 as AuthorityId;
const authority: Reach = { kind: 'authority', authority: sottunga };
const mail: Reach = { kind: 'mail', authority: sottunga };

function mandate(id: string, holder: string, more: Partial<Terms> = {}, isOver = false): Mandate {
  const terms: Terms = {
    ...{ grantors: [named('anna')], holders: [named(holder)], reach: authority, level: 'active', mayPassOn: true },
    ...{ subject: { sv: 's', fi: 's', en: 's' }, from: day(0), until: day(100), signBy: day(30), inOrder: false },
    ...{ signers: [], requestedBy: null, replaces: null, passedOn: null, ...more },
  };
  const at = day(0);
  return mandateFrom(id as MandateId, [
    { seq: 1, at, event: { kind: 'drafted', by: party('anna'), terms } },
    { seq: 2, at, event: { kind: 'registered' } },
    ...(isOver ? [{ seq: 3, at, event: { kind: 'revoked', by: party('anna') } as const }] : []),
  ]);
}
const first = mandate('m1', 'erik');
const onwards = (from: string, by: string) => ({ passedOn: { from: from as MandateId, by: party(by) } });
const second = mandate('m2', 'fatima', onwards('m1', 'erik'));
const wanted: PassedOn = {
  ...{
    reach: mail,
    level: 'passive',
    from: day(1),
    until: day(100),
    by: party('erik'),
    to: [named('noor')],
    at: day(1),
  },
};

describe('what is passed on', () => {
  test.each<[string, Mandate[], Partial<PassedOn>, string | null]>([
    ['the same', [first], { reach: authority, level: 'active' }, null],
    ['less', [first], {}, null],
    ['to the last instant', [first], { until: day(100) }, null],
    ['an instant longer', [first], { until: day(100).add({ nanoseconds: 1 }) }, 'longer'],
    ['an instant earlier', [first], { from: day(0).subtract({ nanoseconds: 1 }) }, 'longer'],
    ['more', [first], { reach: { kind: 'everything' } }, 'wider'],
    ['of another authority', [first], { reach: { kind: 'mail', authority: 2 as AuthorityId } }, 'wider'],
    ['more than to look', [mandate('m1', 'erik', { level: 'passive' })], { level: 'active' }, 'wider'],
    ['by who does not hold it', [first], { by: party('noor') }, 'not-holder'],
    ['what may not be', [mandate('m1', 'erik', { mayPassOn: false })], {}, 'may-not'],
    ['what is over', [mandate('m1', 'erik', {}, true)], {}, 'not-standing'],
    ['after its last day', [first], { at: day(100) }, 'not-standing'],
    ['back to the grantor', [first], { to: [named('anna')] }, 'circle'],
    ['to oneself', [first], { to: [named('erik')] }, 'circle'],
    ['once more', [second, first], { by: party('fatima') }, null],
    ['back to an earlier holder', [second, first], { by: party('fatima'), to: [named('erik')] }, 'circle'],
    [
      'of one that is over at its root',
      [second, mandate('m1', 'erik', {}, true)],
      { by: party('fatima') },
      'not-standing',
    ],
    ['of one whose root is not there', [second], { by: party('fatima') }, 'chain-broken'],
    ['too often', [second, second, second, second, first], { by: party('fatima') }, 'too-many-links'],
  ])('%s', (_title, chain, more, fault) => expect(passOnFault(chain, { ...wanted, ...more })).toBe(fault));

  const reach = fc.constantFrom<Reach>(
    { kind: 'everything' },
    authority,
    { kind: 'authority', authority: 2 as AuthorityId },
    mail,
    { kind: 'mail', authority: null },
    { kind: 'property', authority: sottunga, property: '1:2' },
  );
  const level = fc.constantFrom<Level>('active', 'passive');
  const link = fc.record({ reach, level, until: fc.integer({ min: 5, max: 40 }) });

  test('is nowhere wider or longer than anything that it came from', () => {
    fc.assert(
      fc.property(fc.array(link, { minLength: 1, maxLength: 4 }), link, (links, last) => {
        const chain = links
          .map((one, index) =>
            mandate(`m${index}`, `holder${index}`, {
              ...{ reach: one.reach, level: one.level, until: day(one.until) },
              ...(index === 0 ? {} : onwards(`m${index - 1}`, `holder${index - 1}`)),
            }),
          )
          .toReversed();
        const by = party(`holder${links.length - 1}`);
        const asked = { ...wanted, reach: last.reach, level: last.level, until: day(last.until), by };
        if (passOnFault(chain, asked) !== null) return;
        for (const { terms } of chain) {
          expect(includes(terms.reach, asked.reach) && levelIncludes(terms.level, asked.level)).toBe(true);
          expect(Temporal.Instant.compare(terms.until, asked.until)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
