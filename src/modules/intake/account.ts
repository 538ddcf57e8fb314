import type { Scope } from '../../kernel/scope.ts';
import type { Language } from '../../kernel/texts.ts';
import type { Reason } from './check-row.ts';
import type { IntakeFile } from './file.ts';
import { reasonText } from './reason-text.ts';
import { loadOutcomes } from './store/rows.ts';
import type { IntakeTarget } from './target.ts';
import { texts } from './texts/index.ts';

const AT_ONCE = 5_000;

/**
 * What became of each row, as CSV with semicolons: its number, what became of it, and why it is kept apart. Says nothing
 * of what the rows hold, so that it may be sent back to whoever made the file.
 */
export async function accountOf(
  scope: Scope,
  file: IntakeFile,
  target: IntakeTarget,
  language: Language,
): Promise<string> {
  const t = texts[language].account;
  const lines = [[t.row, t.outcome, t.why]];
  if (file.fault) lines.push(['', texts[language].fileState.refused, texts[language].faults[file.fault.reason]]);
  for (let after = 0; ; ) {
    const rows = await scope.read((tx) => loadOutcomes(tx, file, after, AT_ONCE));
    for (const { number, state, reasons } of rows) {
      const why = reasons.map((reason: Reason) => reasonText(reason, target, language)).join(' ');
      lines.push([String(number), texts[language].rowState[state], why]);
    }
    after = rows.at(-1)?.number ?? after;
    if (rows.length < AT_ONCE) break;
  }
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`;
}

/** What begins as a formula would be one in a spreadsheet. */
function quoted(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
