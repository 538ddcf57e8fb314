import { formatDate } from '../../../kernel/calendar/format.ts';
import { locales } from '../../../kernel/locale.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { WorkWeek } from '../engine/agreement/work-week.ts';
import type { Country } from '../engine/codes.ts';
import { accountingText } from '../facts/accounting.ts';
import type { Fact } from '../facts/fact.ts';
import { isBeyond } from '../run/scheduled.ts';
import { absenceCauses, absencePay, factWords, hoursBeyond } from '../texts/fact-names.ts';
import { lineNames } from '../texts/line-names.ts';
import { amountText } from './amount.ts';

/** What a fact says, in words: `2 355,00 € · 80 % av heltid`. */
export function factText(fact: Fact, country: Country, language: Language): string {
  const words = factWords[language];
  const money = (amount: number) => amountText(amount, country, language);
  const fine = (value: number) => new Intl.NumberFormat(locales[language]).format(value / 10_000);
  const day = (on: string) => formatDate(Temporal.PlainDate.from(on), language);
  const line = (code: string) => lineNames[code as keyof typeof lineNames]?.[language] ?? code; // a file may hold another
  switch (fact.kind) {
    case 'employment':
      return `${fact.body.title} · ${fact.body.unit}`;
    case 'salary':
      return `${money(fact.body.hour ?? fact.body.monthly)} · ${words.share(fine(fact.body.share))}`;
    case 'supplement':
    case 'benefit':
      return `${line(fact.body.code)} · ${money(fact.body.amount)}`;
    case 'addition':
      return `${line(fact.body.code)} · ${money(fact.body.amount)} · ${fact.body.reason}`;
    case 'schedule': {
      const worked = fact.body.hours.filter((hours) => hours > 0);
      const total = words.week(fine(worked.reduce((sum, hours) => sum + hours, 0)), worked.length);
      return [total, ...stintsText(fact.body.stints ?? [], language)].join(' · ');
    }
    case 'accounting':
      return accountingText(fact.body.parts);
    case 'advance':
      return `${money(fact.body.amount)} · ${fact.body.reason}`;
    case 'service':
      return day(fact.body.since);
    case 'tax-card': {
      const { basePercent, yearLimit, additionalPercent } = fact.body;
      return words.card(fine(basePercent), money(yearLimit), fine(additionalPercent));
    }
    case 'tax-table':
      return words.table(fact.body.table, fact.body.column);
    case 'absence': {
      const { cause, pay } = fact.body;
      return [absenceCauses[cause][language], ...(pay ? [absencePay[pay][language]] : [])].join(' · ');
    }
    case 'time': {
      const { code, quantity, approved } = fact.body;
      const name = isBeyond(fact.body) ? hoursBeyond[language] : line(code);
      return [name, words.hours(fine(quantity)), ...(approved ? [] : [words.notApproved])].join(' · ');
    }
    case 'recovery':
      return `${money(fact.body.net)} · ${fact.body.decision}`;
    case 'repayment':
      return fact.body.way === 'pay'
        ? words.monthly(money(fact.body.monthly), money(fact.body.total))
        : words.paidIn(money(fact.body.total), day(fact.body.on));
    case 'account':
      return words.ending(fact.body.ending);
    case 'union':
      return [fact.body.name, money(fact.body.amount), fact.body.account, fact.body.reference]
        .filter(Boolean)
        .join(' · ');
    case 'garnishment':
      return 'reserved' in fact.body
        ? words.reserved(money(fact.body.reserved))
        : words.dependants(fact.body.dependants);
    case 'holiday':
      return words.daysLeft(fact.body.left, day(fact.body.expires));
    case 'death':
      return day(fact.body.on);
  }
}

/** `mån 07.00–11.30, 12.00–16.00`, for each day that has times. */
function stintsText(stints: NonNullable<WorkWeek['stints']>, language: Language): readonly string[] {
  const name = new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone: 'UTC' });
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
  return stints.flatMap((day, n) => {
    const times = day.map(([start, end]) => `${clock(start)}–${clock(end)}`);
    return times.length > 0 ? [`${name.format(Date.UTC(2024, 0, 1 + n))} ${times.join(', ')}`] : []; // a Monday first
  });
}
