import type { MayAct } from '../src/kernel/scope.ts';

/** Says yes to everything, for tests whose subject is not who may. */
export const everybodyMay: MayAct = async (_scope, question) => ({
  decision: 'yes',
  basis: [{ kind: 'system', id: 'test', source: 'test', checkedAt: question.at.toString() }],
  extent: 'whole',
  obligations: [],
  unavailableSources: [],
  explanation: { what: { sv: 'Test', fi: 'Testi', en: 'Test' }, facts: [], rules: [] },
});
