import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PartyId } from '../../kernel/ids.ts';
import { projectRoot } from '../../kernel/project-root.ts';
import { languages } from '../../kernel/texts.ts';
import { type ServiceDefinition, wordsOf } from '../services/index.ts';
import { composeDecision } from './compose-decision.ts';

const by = { party: 'karin' as PartyId, name: 'Karin Holm' };
const on = Temporal.PlainDate.from('2026-03-10');

const folder = join(projectRoot, 'services');
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ServiceDefinition);

const every = shipped.flatMap((definition) =>
  definition.case.decisions.flatMap(({ id }) =>
    (['SE', 'AX'] as const).flatMap((country) => languages.map((language) => ({ definition, id, country, language }))),
  ),
);

test.each(every)('$definition.id, $id in $country in $language: complete, with the law of that country only', (one) => {
  const { definition, id, country, language } = one;
  const words = wordsOf(definition, {}, language);
  const made = composeDecision({ definition, words, isStrict: false, decision: id, country, reasons: 'Skäl.', by, on });
  expect(made.heading).not.toMatch(/^decision\./);
  expect(made.meaning).not.toMatch(/^decision\./);
  expect(made).toMatchObject({ language, reasons: 'Skäl.', decidedBy: 'Karin Holm', decidedOn: '2026-03-10' });
  const foreign = definition.legal.filter((law) => law.country !== country).map(({ citation }) => citation);
  const told = [...made.law, ...made.appeal].join('\n');
  for (const citation of foreign) expect(told).not.toContain(citation);
  expect(made.appeal.length).toBe(1);
  if (made.outcome !== 'answer') expect(made.law.length).toBeGreaterThan(0);
});

test('a decision that the service does not have is refused', () => {
  const [definition] = shipped;
  if (!definition) throw new Error('no service ships');
  const words = wordsOf(definition, {}, 'sv');
  const parts = {
    definition,
    words,
    isStrict: false,
    decision: 'perhaps',
    country: 'SE',
    reasons: '',
    by,
    on,
  } as const;
  expect(() => composeDecision(parts)).toThrow('cases.unknown-decision');
});
