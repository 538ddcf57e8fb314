import type { Language } from '../../kernel/texts.ts';
import type { Asked } from './ask-sources.ts';
import { unasked } from './found.ts';
import type { ShownItem } from './same-case.ts';
import { texts } from './texts/index.ts';
import type { WholeOverview } from './whole-overview.ts';

/** A cell that a spreadsheet would reckon with is made a text (CSV injection); quotes are doubled (RFC 4180). */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For a spreadsheet: UTF-8 with its mark and semicolons, as Swedish and Finnish Excel read it. */
export function csvOf(whole: WholeOverview, language: Language): string {
  const t = texts[language];
  return csvFrom([...incomplete(whole, language), [...t.export.columns], ...rowsOf(whole, language)]);
}

export function csvFrom(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A first line that says what is missing; none when nothing is. */
export function incomplete({ asked }: Pick<WholeOverview, 'asked'>, language: Language): string[][] {
  const missing = unasked(asked, language);
  return missing.length > 0 ? [[texts[language].export.incomplete(missing.join(', '))]] : [];
}

/** A line for each case, in the order of the columns. */
export function rowsOf({ items, asked }: WholeOverview, language: Language): string[][] {
  const t = texts[language];
  const sources = new Map(asked.map((one) => [one.source.id, one]));
  return items.map((item) => {
    const source = sources.get(item.source);
    return [
      t.ball[item.ball],
      item.title,
      item.authority,
      item.reference ?? '',
      item.status.words,
      item.nextStep ?? '',
      item.deadline?.on ?? '',
      item.expected?.on ?? '',
      item.last.at,
      item.last.words,
      source?.source.name[language] ?? item.source,
      source ? (asOf(source) ?? '') : '',
    ];
  });
}

function asOf({ answer }: Asked): string | null {
  return answer.state === 'answered' || answer.state === 'nothing' || answer.state === 'stale'
    ? answer.asOf.toString()
    : null;
}

/** The whole of it as data; `sources` says what may be missing. */
export function dataOf({ items, asked }: WholeOverview, language: Language) {
  return {
    items: items.map(publicItem),
    sources: asked.map((one) => ({
      id: one.source.id,
      name: one.source.name[language],
      state: one.answer.state,
      asOf: asOf(one),
      fault: one.answer.state === 'failed' || one.answer.state === 'stale' ? one.answer.fault : null,
      missing: one.answer.state === 'answered' || one.answer.state === 'stale' ? [...one.answer.value.missing] : [],
    })),
  };
}

/** Without the source's own codes and the names by which we tell that two are the same. */
function publicItem({ codes: _codes, sameAs: _sameAs, ...item }: ShownItem) {
  return {
    ...item,
    kind: item.kind ?? null, // a copy from before there were kinds
    parties: [...item.parties],
    documents: [...item.documents],
    related: [...item.related],
    events: [...item.events],
    also: [...item.also],
  };
}
