import type { MayAct } from '../../src/kernel/scope.ts';

/** Says yes: for benches that measure something else than who may. */
export const everyScopeMay: MayAct = async (_scope, question) => ({
  decision: 'yes',
  basis: [{ kind: 'system', id: 'bench', source: 'bench', checkedAt: question.at.toString() }],
  extent: 'whole',
  obligations: [],
  unavailableSources: [],
  explanation: { what: { sv: '', fi: '', en: '' }, facts: [], rules: [] },
});
