import type { FieldError } from '../../kernel/html/index.ts';
import type { Language } from '../../kernel/texts.ts';
import { type DateFormat, dateFormats, type Encoding, encodings, type Layout, type MappingBody } from './mapping.ts';
import type { IntakeTarget, TargetField } from './target.ts';
import { texts } from './texts/index.ts';

export type FormAnswers = Readonly<Record<string, string>>;

const delimiterOf = { semikolon: ';', komma: ',', tabb: '\t', streck: '|' } as const;

/** A mapping as its form shows it. */
export function answersOf({ layout, encoding, fields }: MappingBody): FormAnswers {
  const skip = layout.kind === 'xml' ? 0 : layout.skip;
  const header = layout.kind === 'delimited' || layout.kind === 'sheet' ? layout.header : true;
  const delimiter = layout.kind === 'delimited' ? layout.delimiter : ';';
  return {
    slag: layout.kind,
    kodning: encoding,
    hoppa: String(skip),
    rubriker: header ? 'ja' : '',
    skiljetecken: Object.entries(delimiterOf).find(([, sign]) => sign === delimiter)?.[0] ?? '',
    blad: layout.kind === 'sheet' ? (layout.sheet ?? '') : '',
    element: layout.kind === 'xml' ? layout.row : '',
    kolumner:
      layout.kind === 'fixed-width'
        ? layout.columns.map(({ name, from, length }) => `${name} ${from} ${length}`).join('\n')
        : '',
    ...Object.fromEntries(
      Object.entries(fields).flatMap(([name, { source, dateFormat, decimalSign, codes, otherwise }]) => [
        [`${name}.kolumn`, source],
        [`${name}.datum`, dateFormat ?? 'y-m-d'],
        [`${name}.decimal`, decimalSign ?? ','],
        [
          `${name}.koder`,
          Object.entries(codes ?? {})
            .map(([theirs, ours]) => `${theirs} = ${ours}`)
            .join('\n'),
        ],
        [`${name}.annars`, otherwise ?? ''],
      ]),
    ),
  };
}

/** The mapping that a form says, and what is wrong in it at which field. */
export function bodyIn(
  answers: FormAnswers,
  target: IntakeTarget,
  language: Language,
): { readonly body: MappingBody; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const t = texts[language].mapping.wrong;
  const wrong = (field: string, text: string) => errors.push({ field, text });
  const layout = layoutIn(answers, (field) => wrong(field, wrongTexts[field](t)));
  const fields = target.fields.map((field) => {
    const { value, wrong: codesWrong } = fieldIn(answers, field);
    if (codesWrong) wrong(`${field.name}.koder`, t.codes);
    return [field.name, value] as const;
  });
  return { body: { layout, encoding: encodingIn(answers.kodning), fields: Object.fromEntries(fields) }, errors };
}

type WrongTexts = (typeof texts)['sv']['mapping']['wrong'] | (typeof texts)['fi']['mapping']['wrong'];
type LayoutField = 'hoppa' | 'element' | 'kolumner';
const wrongTexts: Readonly<Record<LayoutField, (t: WrongTexts) => string>> = {
  hoppa: (t) => t.skip,
  element: (t) => t.xmlRow,
  kolumner: (t) => t.columns,
};

function layoutIn(answers: FormAnswers, wrong: (field: LayoutField) => void): Layout {
  const skip = /^\d{1,4}$/.test(answers.hoppa?.trim() ?? '') ? Number(answers.hoppa) : -1;
  if (answers.slag !== 'xml' && (skip < 0 || skip > 1000)) wrong('hoppa');
  const skips = Math.min(Math.max(skip, 0), 1000);
  const header = answers.rubriker === 'ja';
  if (answers.slag === 'sheet') return { kind: 'sheet', sheet: answers.blad?.trim() || null, skip: skips, header };
  if (answers.slag === 'xml') {
    const row = answers.element?.trim() ?? '';
    if (!/^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u.test(row)) wrong('element');
    return { kind: 'xml', row };
  }
  if (answers.slag === 'fixed-width') {
    const columns = columnsIn(answers.kolumner ?? '');
    if (!columns) wrong('kolumner');
    return { kind: 'fixed-width', skip: skips, columns: columns ?? [] };
  }
  const delimiter = delimiterOf[(answers.skiljetecken ?? '') as keyof typeof delimiterOf] ?? ';';
  return { kind: 'delimited', delimiter, skip: skips, header };
}

function columnsIn(text: string): Extract<Layout, { kind: 'fixed-width' }>['columns'] | undefined {
  const lines = linesOf(text).map((line) => /^(.{1,100}?)[ ;,\t]+(\d{1,4})[ ;,\t]+(\d{1,4})$/.exec(line));
  const columns = lines.flatMap((match) => {
    const [, name = '', from, length] = match ?? [];
    return match && Number(from) > 0 && Number(length) > 0
      ? [{ name: name.trim(), from: Number(from), length: Number(length) }]
      : [];
  });
  const areWhole = columns.length === lines.length && columns.length > 0 && columns.length <= 200;
  return areWhole && new Set(columns.map(({ name }) => name)).size === columns.length ? columns : undefined;
}

function fieldIn(answers: FormAnswers, field: TargetField) {
  const said = (part: string) => answers[`${field.name}.${part}`]?.trim() ?? '';
  const lines = linesOf(said('koder')).map((line) => line.split('=').map((part) => part.trim()));
  const codes = lines.map(([theirs = '', ours = '']) => {
    const known = field.codes?.find(({ value, label }) =>
      [value, ...Object.values(label)].some((name) => name.toLowerCase() === ours.toLowerCase()),
    );
    return theirs !== '' && known ? ([theirs, known.value] as const) : undefined;
  });
  const given = codes.filter((code) => code !== undefined);
  const value = {
    source: said('kolumn').slice(0, 100),
    ...(field.type === 'date' ? { dateFormat: dateFormatIn(said('datum')) } : {}),
    ...(field.type === 'decimal' ? { decimalSign: said('decimal') === '.' ? ('.' as const) : (',' as const) } : {}),
    ...(given.length > 0 ? { codes: Object.fromEntries(given) } : {}),
    ...(said('annars') === '' ? {} : { otherwise: said('annars').slice(0, 200) }),
  };
  return { value, wrong: given.length < lines.length };
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function dateFormatIn(text: string): DateFormat {
  return dateFormats.find((one) => one === text) ?? 'y-m-d';
}

function encodingIn(text: string | undefined): Encoding | 'auto' {
  return encodings.find((one) => one === text) ?? 'auto';
}
