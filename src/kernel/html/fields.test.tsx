import type { ComponentChild } from 'preact';
import { expect, test } from 'vitest';
import * as html from './index.ts';
import { testContext } from './test-context.ts';

const field = { name: 'born', label: 'Fråga', hint: 'Hjälp', error: 'Rätta det här' };
const choices = [
  { value: 'a', label: 'A', hint: 'Om A' },
  { value: 'b', label: 'B' },
];

const fields: Readonly<Record<string, ComponentChild>> = {
  Checkbox: <html.Checkbox {...field} />,
  CheckboxGroup: <html.CheckboxGroup {...field} choices={choices} />,
  DateField: <html.DateField {...field} />,
  EmailField: <html.EmailField {...field} />,
  FileField: <html.FileField {...field} typeNames="PDF" />,
  MoneyField: <html.MoneyField {...field} currency="SEK" />,
  NumberField: <html.NumberField {...field} unit="timmar" />,
  PhoneField: <html.PhoneField {...field} />,
  RadioGroup: <html.RadioGroup {...field} choices={choices} />,
  SearchField: <html.SearchField {...field} />,
  Select: <html.Select {...field} choices={choices} />,
  TextArea: <html.TextArea {...field} limit={200} />,
  TextField: <html.TextField {...field} />,
  YesNo: <html.YesNo {...field} />,
};

function written(component: ComponentChild): string {
  return html.renderPart(component, testContext());
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

test.each(Object.entries(fields))(
  '%s has a label for each control, and every id that it points at',
  (_name, component) => {
    const text = written(component);
    const ids = all(text, /\sid="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const described = all(text, /aria-describedby="([^"]+)"/g).flatMap((value) => value.split(' '));
    expect(ids).toEqual(expect.arrayContaining(described));
    expect(described).toEqual(expect.arrayContaining(['born-hint', 'born-error']));
    const labelled = all(text, /<label[^>]*\sfor="([^"]+)"/g);
    const controls = all(text, /<(?:input|select|textarea)[^>]*\sid="([^"]+)"/g);
    expect(labelled.sort()).toEqual(controls.sort());
  },
);

test.each(Object.entries(fields))('%s is where the error summary leads', (_name, component) => {
  const leads = all(written(<html.ErrorSummary errors={[{ field: 'born', text: 'x' }]} />), /href="#([^"]+)"/g);
  expect(leads).toEqual(['born']);
  expect(written(component)).toMatch(/<(?:input|select|textarea)[^>]*\sid="born"/);
});

test.each(Object.entries(fields))('%s tells that it is wrong, and only then', (_name, component) => {
  expect(written(component)).toContain('aria-invalid="true"');
  const right = written(<html.TextField name="a" label="A" />);
  expect(right).not.toContain('aria-invalid');
  expect(right).not.toContain('aria-describedby');
});

test('a refused field keeps what was typed, right or wrong', () => {
  expect(written(<html.MoneyField {...field} currency="EUR" value="4 200,-" />)).toContain('value="4 200,-"');
  expect(written(<html.TextArea {...field} value={'a\nb'} />)).toContain('>a\nb</textarea>');
  const date = written(<html.DateField {...field} value={{ day: '31', month: '2', year: 'x' }} />);
  for (const part of ['31', '2', 'x']) expect(date).toContain(`value="${part}"`);
});

test('a field that may be left out says so in its label, the others say nothing', () => {
  expect(written(<html.TextField name="a" label="Telefon" optional />)).toContain('(frivilligt)');
  expect(written(<html.TextField name="a" label="Telefon" />)).not.toContain('frivilligt');
});

test('an error summary without errors is nothing', () => {
  expect(written(<html.ErrorSummary errors={[]} />)).toBe('');
});

test('a repeated group offers to remove only above its least, and to add only below its most', () => {
  const group = (count: number) =>
    written(
      <html.RepeatGroup
        name="child"
        legend="Barn"
        itemLabel={(number) => `Barn ${number}`}
        items={Array.from({ length: count }, () => 'fält')}
        most={3}
      />,
    );
  expect(group(1)).not.toContain('remove:');
  expect(group(2)).toContain('value="remove:child:1"');
  expect(group(2)).toContain('value="add:child"');
  expect(group(3)).not.toContain('value="add:child"');
});

test('the office reads of the applicant what the applicant reads of themselves', () => {
  const tag = <html.StatusTag stage="waiting-applicant" />;
  expect(written(tag)).toContain('Väntar på dig');
  const official = testContext({ reader: { name: 'Karin', kind: 'official', assurance: 'high' } });
  expect(html.renderPart(tag, official)).toContain('Väntar på sökanden');
});
