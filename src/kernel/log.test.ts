import { expect, test } from 'vitest';
import { withoutData } from './log.ts';

test('a log says which constraint was broken, and not by which value', () => {
  const error = Object.assign(new Error('duplicate key value violates "party_number"'), {
    code: '23505',
    constraint: 'party_number',
    detail: 'Key (number)=(197911239817) already exists.',
    client: { connectionParameters: {} },
  });
  const told = withoutData(new Error('could not be stored', { cause: error }));
  expect(told).toMatchObject({ message: 'could not be stored', cause: { message: 'PostgreSQL 23505 party_number' } });
  expect(JSON.stringify(told)).not.toMatch(/197911239817|duplicate|connectionParameters/);
});

test('a value that PostgreSQL could not read is not in the log', () => {
  const error = Object.assign(new Error('invalid input syntax for type date: "140388-942J"'), { code: '22P02' });
  expect(JSON.stringify(withoutData(error))).not.toContain('140388');
});

test('any other error is told with its words and where it happened', () => {
  const told = withoutData(new TypeError('not an authority id'));
  expect(told).toMatchObject({ type: 'TypeError', message: 'not an authority id' });
  expect(told?.at?.[0]).toContain('log.test.ts');
});
