import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../kernel/refusal.ts';
import { contrast, makeTheme, readAccent } from './accent.ts';

describe('a colour', () => {
  test.each([
    ['#175A52', '#175a52'],
    ['175a52', '#175a52'],
    [' #abc ', '#aabbcc'],
    ['grön', undefined],
    ['#12345', undefined],
    ['#175a52;}', undefined],
  ])('%s is read as %s', (text, expected) => expect(readAccent(text)).toBe(expected));

  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
  ])('the contrast of %s and %s is %d', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });

  test.each(['#175a52', '#005ea5', '#c8102e', '#000000', '#0093d0'])(
    '%s is seen by everybody, and accepted',
    async (hex) => {
      const { css } = await makeTheme(hex);
      expect(css).toContain(`--ds-color-accent-base-default:${hex}`);
      expect(css.match(/--ds-color-accent-/g)).toHaveLength(16 * 3);
      expect(css).not.toContain('undefined');
    },
  );

  test.each([
    ['#ffcc00', '1.51'],
    ['#009fe3', '2.97'],
    ['#ffffff', '1.00'],
  ])('%s is refused, with its measured contrast %s', async (hex, measured) => {
    const refusal = await makeTheme(hex).then(
      () => undefined,
      (error: Refusal) => error,
    );
    expect(refusal).toMatchObject({ kind: 'invalid', key: 'directory.accent.against-page' });
    expect(refusal?.details).toEqual({ measured, least: '3' });
  });
});
