import type { Language } from '../../../kernel/texts.ts';
import { csvFrom, incomplete, rowsOf } from '../export.ts';
import { texts as overviewTexts } from '../texts/index.ts';
import type { Theirs } from './people.ts';
import { texts } from './texts/index.ts';

/** Everybody's cases for a spreadsheet: each line says in whose name, and what is missing of whom stands first. */
export function everybodyCsv(all: readonly Theirs[], language: Language): string {
  const t = texts[language];
  const nameOf = ({ who }: Theirs) => (who.isOneself ? t.oneself : (who.name ?? t.protected));
  return csvFrom([
    ...all.flatMap((theirs) => {
      const missing = theirs.whole ? incomplete(theirs.whole, language) : [[t.failedTitle]];
      return missing.map((line) => [nameOf(theirs), ...line]);
    }),
    [t.columns.inNameOf, ...overviewTexts[language].export.columns],
    ...all.flatMap((theirs) =>
      theirs.whole === null ? [] : rowsOf(theirs.whole, language).map((row) => [nameOf(theirs), ...row]),
    ),
  ]);
}
