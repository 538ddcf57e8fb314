import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { Example, ServiceDefinition } from './definition.ts';
import { evaluate } from './evaluate.ts';
import type { LoadProblem } from './expression/check.ts';
import { settingProblems } from './settings.ts';

/** Runs what the definition itself says must come out: a changed rule, or a changed program, is found before use. */
export function exampleProblems(definition: ServiceDefinition): readonly LoadProblem[] {
  return definition.examples.flatMap((example, index) =>
    differences(definition, example).map((problem) => ({
      path: `/examples/${index}`,
      problem: `${example.name}: ${problem}`,
    })),
  );
}

function differences(definition: ServiceDefinition, example: Example): readonly string[] {
  const wrong = settingProblems(definition, example.settings);
  if (wrong.length > 0) return wrong.map(({ path, problem }) => `settings${path} ${problem}`);
  const found = evaluate(definition, example.settings, example.answers, example.today);
  const { expect } = example;
  const faults = Object.fromEntries(found.errors.map(({ path, kind }) => [path, kind]));
  return [
    ...differs('pages', expect.pages, found.pages),
    ...(expect.parties ? differs('parties', expect.parties, found.parties) : []),
    ...differs('errors', expect.errors ?? {}, faults),
    ...Object.entries(expect.values ?? {}).flatMap(([id, value]) => differs(id, value, found.answers[id] ?? null)),
  ];
}

function differs(what: string, expected: unknown, found: unknown): readonly string[] {
  const [wanted, was] = [canonicalJson(expected), canonicalJson(found)];
  return wanted === was ? [] : [`${what} should be ${wanted}, is ${was}`];
}
