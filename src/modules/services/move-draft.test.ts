import { expect, test } from 'vitest';
import type { ServiceDefinition } from './format/definition.ts';
import { shippedServices } from './format/shipped.ts';
import { asksTheSame } from './move-draft.ts';

function versionOf(number: number): ServiceDefinition {
  const all = shippedServices().map(({ definition }) => definition);
  const found = all.find(({ id, version }) => id.endsWith('barnomsorgsplats') && version === number);
  if (!found) throw new Error(`there is no version ${number}`);
  return found;
}
const [one, two] = [versionOf(1), versionOf(2)];

test.each([
  ['nothing yet', {}, true],
  ['what both ask', { children: [{ name: 'Emil', hours: 20 }], shared: false, income: 1000 }, true],
  ['a file', { certificate: [{ file: 'a', name: 'b', size: 1 }] }, true],
])('a draft of version 1 with %s goes on in version 2', (_what, answers, goesOn) => {
  expect(asksTheSame(answers, one, two)).toBe(goesOn);
});

const without = (id: string): ServiceDefinition => ({
  ...two,
  pages: two.pages.map((page) => ({ ...page, fields: page.fields.filter((field) => field.id !== id) })),
});
const typed = (id: string): ServiceDefinition => ({
  ...two,
  pages: two.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) => ({
      ...field,
      ...(field.id === id ? { type: 'text' as const } : {}),
      ...(field.fields
        ? { fields: field.fields.map((inner) => (inner.id === id ? { ...inner, type: 'text' as const } : inner)) }
        : {}),
    })),
  })),
});

test.each([
  ['a field that the newer one does not ask', without('income')],
  ['a field that the newer one asks in another way', typed('income')],
  ['a field in a row that the newer one asks in another way', typed('hours')],
])('a draft with an answer to %s stays as it was begun', (_what, newer) => {
  const answers = { children: [{ name: 'Emil', hours: 20 }], income: 1000 };
  expect(asksTheSame(answers, one, newer)).toBe(false);
  expect(asksTheSame({ shared: true }, one, newer)).toBe(true);
});
