import { formatDate } from '../../../kernel/calendar/format.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Country } from '../engine/codes.ts';
import { amountText } from '../pages/amount.ts';
import { monthText } from '../pages/month.ts';
import { texts as reportTexts } from '../reports/texts/index.ts';
import { factKindNames } from '../texts/fact-names.ts';
import { texts as payTexts } from '../texts/index.ts';
import type { AuditRow } from './audit-list.ts';
import { texts } from './texts/index.ts';

/** A row of the auditor's list as a person reads it; the table that is fetched keeps its codes. */
export type WordedRow = { readonly what: string; readonly about: string; readonly detail: string };

export function rowWords(row: AuditRow, country: Country, language: Language): WordedRow {
  const { what, about, detail } = row;
  const t = texts[language].words;
  const pay = payTexts[language];
  const [kind = '', how = ''] = what.split(' ');
  switch (row.section) {
    case 'rights':
      return {
        what: what
          .split(' ')
          .map((task) => called(t.tasks, task))
          .join(', '),
        about,
        detail: fromDay(detail),
      };
    case 'acts': {
      const month = monthText(about, language);
      if (kind.startsWith('run.')) return { what: called(pay.events, kind.slice(4)), about: month, detail };
      const { kinds, states, list } = reportTexts[language];
      const [version = '', state = ''] = detail.split(' ');
      return {
        what: called(kinds, kind.slice('report.'.length)),
        about: month,
        detail: `${list.version(Number(version))}, ${called(states, state).toLowerCase()}`,
      };
    }
    case 'master-data': {
      if (kind === 'report-terms') return { what: reportTexts[language].terms.title, about, detail: t.change(detail) };
      const [from = '', ...source] = detail.split(' ');
      const name = factKindNames[kind as keyof typeof factKindNames]?.[language] ?? kind; // kinds may have been renamed
      const by = called(t.sources, source.join(' '));
      return { what: `${name}: ${called(t.changes, how)}`, about, detail: `${fromDay(from)}, ${by}` };
    }
    case 'errors':
      return { what: `${called(pay.findings, kind)}: ${called(t.answers, how)}`, about, detail };
    case 'reconciliations': {
      const [people = '', ledger = '', payments = '', open = ''] = detail.split(' · ');
      const money = (cents: string) => (/^-?\d+$/.test(cents) ? amountText(cents, country, language) : cents);
      const sums = t.sums(Number(people), money(ledger), money(payments), Number(open));
      return { what: called(t.outcomes, what), about: monthText(about, language), detail: sums };
    }
  }

  function fromDay(text: string): string {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? t.from(formatDate(Temporal.PlainDate.from(text), language)) : text;
  }
}

/** The word, or the code where there is none for it any more. */
function called(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
