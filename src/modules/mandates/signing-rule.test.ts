import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRuleMet, type SigningRule } from './signing-rule.ts';

const twoOfThree: SigningRule = [{ anyOf: ['a', 'b', 'c'], count: 2 }];
const chairAndOne: SigningRule = [{ everyoneOf: ['a', 'b'] }, { everyoneOf: ['a', 'c'] }];
const eitherAlone: SigningRule = [{ everyoneOf: ['a'] }, { anyOf: ['b'], count: 1 }];

describe('who signs for an organisation together', () => {
  test.each<[string, SigningRule, string[], boolean]>([
    ['one of two jointly', twoOfThree, ['a'], false],
    ['two of two jointly', twoOfThree, ['a', 'c'], true],
    ['all where two are enough', twoOfThree, ['a', 'b', 'c'], true],
    ['the same one twice', twoOfThree, ['a', 'a'], false],
    ['two of whom one is not in the rule', twoOfThree, ['a', 'x'], false],
    ['enough, and somebody who is not in the rule', twoOfThree, ['a', 'b', 'x'], false],
    ['chair and one', chairAndOne, ['a', 'c'], true],
    ['two without the chair', chairAndOne, ['b', 'c'], false],
    ['either alone', eitherAlone, ['b'], true],
    ['nobody', eitherAlone, [], false],
    ['nobody where nobody may', [], [], false],
    ['an alternative of nobody', [{ everyoneOf: [] }], [], false],
    ['so many as none', [{ anyOf: ['a'], count: 0 }], [], false],
  ])('%s', (_title, rule, chosen, isMet) => expect(isRuleMet(rule, chosen)).toBe(isMet));

  test('one more of the rule’s own never takes the signature away', () => {
    const each = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.constantFrom(twoOfThree, chairAndOne), fc.array(each), each, (rule, chosen, more) => {
        if (isRuleMet(rule, chosen)) expect(isRuleMet(rule, [...chosen, more])).toBe(true);
      }),
    );
  });
});
