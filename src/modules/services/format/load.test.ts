import { describe, expect, test } from 'vitest';
import { DefinitionProblems, loadDefinition } from './load.ts';
import { currentFormat, upgraded } from './upgrade.ts';

type Loose = { [key: string]: Loose } & Loose[] & string & number & boolean;

function smallest(): Loose {
  const appeals = [
    { id: 'se', country: 'SE', kind: 'none', law: [], verified: true },
    { id: 'ax', country: 'AX', kind: 'none', law: [], verified: true },
  ];
  const days = { replyDays: { value: 7, source: 'test', date: '2026-11-22', verified: true } };
  const fields = [
    { id: 'a', type: 'number' },
    { id: 'b', type: 'number', value: ['plus', ['field', 'a'], 1] },
    {
      id: 'when',
      type: 'date',
      when: ['greaterThan', ['field', 'b'], 1],
      check: ['notBefore', ['field', 'when'], ['today']],
    },
    { id: 'rows', type: 'group', repeat: { min: 0, max: 2 }, fields: [{ id: 'cost', type: 'money' }] },
  ];
  const keys =
    'title lead purpose next setting.replyDays page.one a b when when.check rows rows.row rows.add rows.cost party.me status.new status.done decision.yes decision.yes.text appeal.se appeal.ax';
  return structuredClone({
    format: 1,
    id: 'se.test/smallest',
    version: 1,
    origin: { authority: 'test', licence: 'CC0-1.0', basedOn: null },
    languages: ['sv'],
    task: 'dialogue',
    theme: 'influence',
    minutes: 1,
    needs: [],
    requires: { identity: 'low' },
    settings: { properties: { replyDays: { type: 'integer' } }, required: ['replyDays'] },
    defaults: { SE: days, AX: days },
    facts: [],
    pages: [{ id: 'one', fields }],
    parties: [{ id: 'me', role: 'filer' }],
    legal: [],
    appeals,
    case: {
      statuses: [
        { id: 'new', stage: 'open' },
        { id: 'done', stage: 'closed' },
      ],
      decisions: [{ id: 'yes', outcome: 'answer', status: 'done', law: [], appeals: ['se', 'ax'] }],
      // biome-ignore lint/suspicious/noThenProperty: the format's word for what comes after
      retention: { years: 1, after: 'closed', then: 'erase', source: 'test', verified: true },
      replyDays: ['setting', 'replyDays'],
    },
    texts: { sv: Object.fromEntries(keys.split(' ').map((key) => [key, `Text ${key}`])) },
    examples: [
      {
        name: 'one',
        settings: { replyDays: 1 },
        today: '2026-11-22',
        answers: { a: 0 },
        expect: { pages: ['one'], values: { b: 1 } },
      },
    ],
  }) as unknown as Loose;
}

function problemsOf(change: (definition: Loose) => void): readonly string[] {
  const definition = smallest();
  change(definition);
  try {
    loadDefinition(definition);
    return [];
  } catch (error) {
    if (!(error instanceof DefinitionProblems)) throw error;
    return error.problems.map(({ path, problem }) => `${path}: ${problem}`);
  }
}

/** Sets the value at a path like `pages.0.fields.1.value`. */
function set(path: string, value: unknown): (definition: Loose) => void {
  return (definition) => {
    const keys = path.split('/');
    const last = keys.pop() ?? '';
    let place: Loose | undefined = definition;
    for (const key of keys) place = place?.[key];
    if (place) place[last] = value as Loose;
  };
}

test('the smallest definition is loaded, and its digest does not depend on the order of its keys', () => {
  const { sha256: digest } = loadDefinition(smallest());
  const turned = Object.fromEntries(Object.entries(smallest()).reverse());
  expect(loadDefinition(turned).sha256).toBe(digest);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
});

describe('a definition is refused, with the place,', () => {
  test.each<[string, string, unknown, RegExp]>([
    ['for an unknown operator', 'pages/0/fields/1/value', ['eval', 'x'], /^\/pages\/0\/fields\/1\/value.*must be/],
    [
      'for an unknown field',
      'pages/0/fields/1/value',
      ['plus', ['field', 'zzz'], 1],
      /^\/pages\/0\/fields\/1\/value\/1: there is no field "zzz"/,
    ],
    ['for an unknown setting', 'case/replyDays', ['setting', 'zzz'], /^\/case\/replyDays: there is no setting "zzz"/],
    [
      'for a rule of the wrong type',
      'pages/0/fields/2/when',
      ['field', 'a'],
      /^\/pages\/0\/fields\/2\/when: must be boolean, is number/,
    ],
    [
      'for a value that is not rounded',
      'pages/0/fields/1/value',
      ['divide', ['field', 'a'], 3],
      /fields\/1\/value: must be number, is number not yet rounded/,
    ],
    [
      'for a field that waits for itself',
      'pages/0/fields/1/value',
      ['plus', ['field', 'b'], 1],
      /depends on itself: b → b/,
    ],
    ['for a round of two', 'pages/0/fields/0/when', ['greaterThan', ['field', 'b'], 0], /depends on itself: a → b → a/],
    [
      'for a page that asks itself whether it is shown',
      'pages/0/when',
      ['equals', ['field', 'a'], 1],
      /depends on itself/,
    ],
    [
      'for a part of a number that is not written as a fraction',
      'pages/0/fields/1/value',
      ['multiply', ['field', 'a'], 0.03],
      /must be/,
    ],
    ['for a missing text', 'texts/sv/a', ' ', /^\/texts\/sv: the text a is missing/],
    ['for a text of no part', 'texts/sv/zzz', 'x', /^\/texts\/sv: no part is called zzz/],
    ['for HTML in a text', 'texts/sv/a', '<script>x</script>', /^\/texts\/sv\/a/],
    ['for a name that stands twice', 'pages/0/fields/1/id', 'a', /the field a stands twice/],
    ['for a decision without its status', 'case/decisions/0/status', 'gone', /there is no status gone/],
    [
      'for a country without appeal instruction',
      'case/decisions/0/appeals',
      ['se'],
      /one appeal instruction for AX, found 0/,
    ],
    [
      'for a default that is no setting',
      'defaults/SE/other',
      { value: 1, source: 't', date: '2026-01-01', verified: true },
      /^\/defaults\/SE/,
    ],
    [
      'for a key that the format does not know',
      'pages/0/fields/0/script',
      'alert(1)',
      /^\/pages\/0\/fields\/0: must NOT have/,
    ],
    [
      'for an example that comes out otherwise',
      'examples/0/expect/values/b',
      2,
      /^\/examples\/0: one: b should be 2, is 1/,
    ],
    [
      'for a field that can not hold what the register says',
      'pages/0/fields/0/prefill',
      'person.address',
      /fields\/0: person\.address is filled into a field of the type address/,
    ],
    [
      'for a source that nobody knows',
      'pages/0/fields/0/prefill',
      'person.number',
      /must be equal to one of the allowed/,
    ],
    [
      'for a part of a child that stands in no row of children',
      'pages/0/fields/3/fields/0',
      { id: 'cost', type: 'text', prefill: 'child.name' },
      /child\.name stands in a group of person\.children/,
    ],
    [
      'for rows of children that nothing of a child is filled into',
      'pages/0/fields/3/prefill',
      'person.children',
      /one field for child\.name, found 0/,
    ],
    [
      'for a mark of what no register fills in',
      'pages/0/fields/3/fields/0',
      { id: 'cost', type: 'registered', of: ['a'] },
      /a is no field beside it that the register fills in/,
    ],
    ['for a cosigner that nobody can find', 'parties/1', { id: 'other', role: 'cosigner' }, /^\/parties\/1: must have/],
    [
      'for a cosigner by children that are not asked for',
      'parties/1',
      { id: 'other', role: 'cosigner', who: 'other-guardians', of: 'rows', deadlineDays: 14 },
      /^\/parties\/1: rows is no group that the applicant's children fill in/,
    ],
    ['for a filer with a deadline', 'parties/0/deadlineDays', 3, /^\/parties\/0/],
    ['for a format of the future', 'format', 2, /^\/format/],
  ])('%s', (_why, path, value, problem) => {
    expect(problemsOf(set(path, value)).join('\n')).toMatch(problem);
  });

  test('for what is no definition at all', () => {
    expect(() => loadDefinition('x')).toThrow(DefinitionProblems);
    expect(() => loadDefinition(null)).toThrow(DefinitionProblems);
  });
});

test('a definition of the present format is not changed by the upgrade', () => {
  const definition = { format: currentFormat, id: 'x' };
  expect(upgraded(definition)).toBe(definition);
});
