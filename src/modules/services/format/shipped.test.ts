import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { answerSchema } from './answer-schema.ts';
import { evaluate } from './evaluate.ts';
import type { LoadedDefinition } from './load.ts';
import { readable } from './readable.ts';
import { shippedServices } from './shipped.ts';
import { wordsOf } from './words.ts';

const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);

function nameOf({ definition: { id, version } }: LoadedDefinition): string {
  return `${id} version ${version}`;
}

describe.each(shippedServices().map((service) => [nameOf(service), service] as const))('%s', (_id, service) => {
  const { definition } = service;

  test('speaks Swedish, Finnish and English', () => {
    expect(definition.languages).toEqual(['sv', 'fi', 'en']);
  });

  test('every complete example is valid by the derived schema of answers', () => {
    const validate = ajv.compile(answerSchema(definition));
    const complete = definition.examples
      .map((example) => evaluate(definition, example.settings, example.answers, example.today))
      .filter(({ errors }) => errors.length === 0);
    expect(complete.length).toBeGreaterThan(0);
    for (const { answers } of complete) expect(validate(answers), JSON.stringify(validate.errors)).toBe(true);
  });

  test('the schema of answers refuses a field that nobody asks for', () => {
    const validate = ajv.compile({
      ...answerSchema(definition),
      $id: `urn:again:${definition.id}:${definition.version}`,
    });
    expect(validate({ ...definition.examples[0]?.answers, sneaked: 'in' })).toBe(false);
  });

  test.each(['sv', 'fi', 'en'] as const)(
    'its answers are read as sentences in %s, no key and no code left',
    (language) => {
      const [example] = definition.examples;
      if (!example) throw new Error('no example');
      const { answers, visible } = evaluate(definition, example.settings, example.answers, example.today);
      const words = wordsOf(definition, {}, language);
      const sections = readable(definition, answers, { words, country: 'SE', visible });
      expect(sections.length).toBeGreaterThanOrEqual(definition.pages.length - 1);
      for (const { rows } of sections) {
        for (const row of rows) {
          expect(row.label).not.toMatch(/^[a-z]+(\.[a-z]+)*$/);
          expect(row.value).not.toMatch(/option\.|undefined|\[object/);
        }
      }
    },
  );

  test('no law of Åland that is said to be verified is the law of Sweden', () => {
    for (const { country, citation } of definition.legal) {
      expect(/\((2017:900|2010:800|2017:725)\)/.test(citation)).toBe(country === 'SE');
    }
  });
});
