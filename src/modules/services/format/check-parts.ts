import { prefillProblems } from './check-prefill.ts';
import { countries, type ServiceDefinition } from './definition.ts';
import type { LoadProblem } from './expression/check.ts';
import { everyField } from './placed-field.ts';
import { settingProblems } from './settings.ts';
import { textKeys } from './text-keys.ts';

/** What the JSON Schema can not say: names that are used once, and names that lead somewhere. */
export function partProblems(definition: ServiceDefinition): readonly LoadProblem[] {
  return [
    ...twice('/pages', definition.pages),
    ...twice('/parties', definition.parties),
    ...twice('/legal', definition.legal),
    ...twice('/appeals', definition.appeals),
    ...twice('/case/statuses', definition.case.statuses),
    ...twice('/case/decisions', definition.case.decisions),
    ...fieldNames(definition),
    ...prefillProblems(definition),
    ...lawAndStatus(definition),
    ...defaultProblems(definition),
    ...textProblems(definition),
  ];
}

function twice(path: string, parts: readonly { readonly id: string }[]): readonly LoadProblem[] {
  return parts.flatMap(({ id }, index) =>
    parts.findIndex((other) => other.id === id) < index
      ? [{ path: `${path}/${index}`, problem: `${id} stands twice` }]
      : [],
  );
}

/** The first words of the texts that are not a field's. */
const reserved = new Set('title lead purpose next need fact page party status decision appeal setting'.split(' '));

function fieldNames(definition: ServiceDefinition): readonly LoadProblem[] {
  const seen = new Set<string>();
  return everyField(definition).flatMap(({ name, group, at }) => {
    if (group === null && reserved.has(name)) return [{ path: at, problem: `${name} is a text of the service itself` }];
    if (seen.has(name)) return [{ path: at, problem: `the field ${name} stands twice` }];
    seen.add(name);
    return [];
  });
}

function lawAndStatus(definition: ServiceDefinition): readonly LoadProblem[] {
  const statuses = new Map(definition.case.statuses.map((status) => [status.id, status.stage]));
  const legal = new Set(definition.legal.map(({ id }) => id));
  const appeals = new Map(definition.appeals.map((appeal) => [appeal.id, appeal.country]));
  const problems: LoadProblem[] = [];
  if (definition.case.statuses[0]?.stage !== 'open') {
    problems.push({ path: '/case/statuses/0', problem: 'the first status is where a filed case begins: stage open' });
  }
  definition.case.decisions.forEach((decision, index) => {
    const path = `/case/decisions/${index}`;
    if (!statuses.has(decision.status)) problems.push({ path, problem: `there is no status ${decision.status}` });
    for (const id of decision.law) {
      if (!legal.has(id)) problems.push({ path, problem: `there is no legal reference ${id}` });
    }
    for (const country of countries) {
      const own = decision.appeals.filter((id) => appeals.get(id) === country);
      if (own.length !== 1)
        problems.push({ path, problem: `one appeal instruction for ${country}, found ${own.length}` });
    }
  });
  definition.appeals.forEach((appeal, index) => {
    for (const id of appeal.law) {
      if (!legal.has(id)) problems.push({ path: `/appeals/${index}`, problem: `there is no legal reference ${id}` });
    }
  });
  return problems;
}

function defaultProblems(definition: ServiceDefinition): readonly LoadProblem[] {
  return countries.flatMap((country) => {
    const values = Object.entries(definition.defaults[country]).map(([name, { value }]) => [name, value] as const);
    return settingProblems(definition, Object.fromEntries(values)).map((problem) => ({
      path: `/defaults/${country}${problem.path}`,
      problem: problem.problem,
    }));
  });
}

function textProblems(definition: ServiceDefinition): readonly LoadProblem[] {
  const { required, optional } = textKeys(definition);
  const allowed = new Set([...required, ...optional]);
  return definition.languages.flatMap((language) => {
    const texts = definition.texts[language] ?? {};
    const missing = required.filter((key) => !texts[key]?.trim()).map((key) => `the text ${key} is missing`);
    const unknown = Object.keys(texts)
      .filter((key) => !allowed.has(key))
      .map((key) => `no part is called ${key}`);
    return [...missing, ...unknown].map((problem) => ({ path: `/texts/${language}`, problem }));
  });
}
