import { expect, test } from 'vitest';
import { Batch, type Outcome } from './batch.ts';

function batch() {
  const failures: unknown[] = [];
  const outcomes: Outcome[] = [];
  const asked = {
    text: 'select 1',
    values: [],
    whole: {},
    answer: () => undefined,
    fail: (e: unknown) => failures.push(e),
  };
  const packages = [{ opening: ['begin read only'], asked: [asked, asked] }];
  return { failures, outcomes, made: new Batch(packages, (outcome) => outcomes.push(outcome)) };
}

test('a connection that is lost before anything was sent fails all that was to be asked, once', () => {
  const { failures, outcomes, made } = batch();
  const lost = new Error('Client has encountered a connection error and is not queryable');
  made.handleError(lost);
  made.handleError(new Error('Connection terminated'));
  made.handleReadyForQuery();
  expect(failures).toEqual([lost, lost]);
  expect(outcomes).toEqual([{ left: [], error: lost, broken: lost }]);
});

test('an answer out of step is believed by nobody, and the connection goes', () => {
  const { failures, outcomes, made } = batch();
  const stream = { cork: () => undefined, uncork: () => undefined };
  const silent = { stream, parsedStatements: {}, parse() {}, bind() {}, describe() {}, execute() {}, sync() {} };
  made.submit(silent as never); // as much of a connection as it sends through
  made.handleCommandComplete({ text: 'SELECT 1' });
  made.handleCommandComplete({ text: 'COMMIT' });
  made.handleReadyForQuery();
  expect(failures.map(String)).toEqual(Array(2).fill('Error: the fence: SELECT 1 came for BEGIN'));
  expect(outcomes).toHaveLength(1);
  expect(outcomes[0]?.broken).toBeInstanceOf(Error);
});
