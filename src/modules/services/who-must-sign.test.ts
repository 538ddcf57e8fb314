import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { RegisteredPerson } from '../base-registers/index.ts';
import { whoMustSign } from './who-must-sign.ts';

type Line = {
  readonly says: string;
  readonly applicant?: 'protected' | 'failed' | 'not-asked' | 'nothing' | 'stale';
  readonly written: readonly (readonly [string, string])[];
  readonly expect: { readonly children: readonly string[]; readonly signers: readonly string[] };
};

const lines = JSON.parse(
  readFileSync(join(import.meta.dirname, 'who-must-sign.cases.json'), 'utf8'),
) as readonly Line[];

const day = Temporal.PlainDate.from('1990-01-01');
const asOf = Temporal.Instant.from('2026-11-20T10:00:00Z');
const earlier = Temporal.Instant.from('2026-11-01T10:00:00Z');
const anna = { number: 'anna', name: 'Anna' };
const mikael = { number: 'mikael', name: 'Mikael' };
const erik = { number: 'erik', name: 'Erik' };

/** Name, birth date, guardians; without a name the child is protected. */
const family: readonly (readonly [
  string,
  string | null,
  string,
  readonly { number: string; name: string | null }[],
])[] = [
  ['emil', 'Emil', '2019-05-04', [anna, mikael]],
  ['ebba', 'Ebba', '2021-01-01', [mikael, anna]],
  ['otto', 'Otto', '2023-03-03', [anna, erik]],
  ['elsa', 'Elsa', '2022-09-19', [anna]],
  ['tyra', 'Tyra', '2024-02-02', [anna]],
  ['ture', 'Ture', '2024-02-02', [anna, erik]],
  ['former', 'Former', '2018-08-08', [mikael]],
  ['hemlig', null, '2017-07-07', [anna, mikael]],
  ['skyddad', 'Skyddad', '2016-06-06', [anna, { number: 'x', name: null }]],
  ['silent', 'Silent', '2020-02-20', [anna, mikael]],
];

const person = (more: Partial<RegisteredPerson>): RegisteredPerson => ({
  ...{ number: 'anna', name: 'Anna', address: null, protectedIdentity: false, birthDate: day, diedOn: null },
  ...{ civilStatus: 'unmarried', guardians: [], children: [], ...more },
});
const applicant = person({
  children: family.map(([number, name, born]) => ({ number, name, birthDate: Temporal.PlainDate.from(born) })),
});

function said(of: Line['applicant']): SourceAnswer<RegisteredPerson> {
  if (of === 'nothing') return { state: 'nothing', asOf };
  if (of === 'not-asked') return { state: 'not-asked' };
  if (of === 'failed') return { state: 'failed', source: 'population', fault: 'down', retry: true };
  if (of === 'stale') return { state: 'stale', value: applicant, asOf: earlier, source: 'population', fault: 'down' };
  return { state: 'answered', value: { ...applicant, protectedIdentity: of === 'protected' }, asOf };
}

function childOf(number: string): SourceAnswer<RegisteredPerson> {
  const found = family.find(([known]) => known === number);
  if (!found || number === 'silent') return { state: 'failed', source: 'population', fault: 'slow', retry: true };
  const [, name, , guardians] = found;
  return { state: 'answered', value: person({ number, guardians, protectedIdentity: name === null }), asOf };
}

test.each(lines)('$says', ({ applicant: of, written, expect: expected }) => {
  const children = written.map(([name, born]) => ({ name, born }));
  const found = whoMustSign(said(of), children, childOf);
  expect({ children: found.children, signers: found.signers.map(({ name }) => name) }).toEqual(expected);
});

test('it rests on its oldest answer, and on none when nobody answered', () => {
  const written = [{ name: 'Emil', born: '2019-05-04' }];
  expect(whoMustSign(said('stale'), written, childOf).asOf).toBe(earlier.toString());
  expect(whoMustSign(said(undefined), written, childOf).asOf).toBe(asOf.toString());
  expect(whoMustSign(said('failed'), written, childOf).asOf).toBeNull();
});
