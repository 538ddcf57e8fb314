import { formatDate } from '../../../kernel/calendar/format.ts';
import { locales } from '../../../kernel/locale.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Country, LineCode } from '../engine/codes.ts';
import type { FindingDetail, FindingKind } from '../run/checks.ts';
import type { Group } from '../run/totals.ts';
import { type Found, findingReasons } from '../texts/finding-reasons.ts';
import { texts } from '../texts/index.ts';
import { lineNames } from '../texts/line-names.ts';
import { amountText } from './amount.ts';

/** Why a finding is shown, in words, with the figures that it is about. */
export function findingReason(kind: FindingKind, detail: FindingDetail, country: Country, language: Language): string {
  const text = (name: string) => String(detail[name] ?? '–');
  const found: Found = {
    text,
    money: (name) => amountText(text(name), country, language),
    day: (name) => dayIn(text(name), language),
    hours: (name) => new Intl.NumberFormat(locales[language]).format(Number(detail[name] ?? 0) / 10_000),
    percent: (name) => new Intl.NumberFormat(locales[language]).format(Number(detail[name] ?? 0) / 10_000),
    line: (name) => lineNames[text(name) as LineCode]?.[language] ?? text(name), // a code of a file may be no code
    groups: (name) =>
      text(name)
        .split(',')
        .map((group) => texts[language].groups[group as Group] ?? group) // as `checks` wrote them
        .join(', '),
  };
  return findingReasons[kind][language](found);
}

function dayIn(text: string, language: Language): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(Temporal.PlainDate.from(text), language) : text;
}
