import { formatDate } from '../../kernel/calendar/format.ts';
import type { Explanation, ExplanationFact, ExplanationRule } from '../../kernel/explanation.ts';
import { type Currency, formatMoney, money } from '../../kernel/money.ts';
import { type InEach, type Language, languages } from '../../kernel/texts.ts';
import { FINE, type Minor, type Rate, WHOLE, writeDecimal, writeFine, writePercent } from './engine/amount.ts';
import type { Change } from './engine/changes.ts';
import { type Country, codeOf } from './engine/codes.ts';
import type { Line } from './engine/line.ts';
import { parameterOf, type RuleBook } from './engine/rule-book.ts';
import { rules } from './engine/rules.ts';
import {
  causeWords,
  correctionWords,
  factNames,
  figureName,
  limitWords,
  roundingWords,
} from './texts/explanation-words.ts';
import { accountNames, wordsOfFact } from './texts/fact-words.ts';
import { lineNames, lineTitle } from './texts/line-names.ts';
import { ruleNames } from './texts/rule-names.ts';

/**
 * A stored line in words: what it is, what it is counted on, by which rule and figures of which source and days, and
 * what changed since the month before and why.
 */
export function explainLine(book: RuleBook, country: Country, line: Line, change?: Change): Explanation {
  const currency: Currency = country === 'AX' ? 'EUR' : 'SEK';
  const changed = change && explainChange(country, change);
  return {
    what: inEach((language) => lineTitle(line, language)),
    amount: moneyIn(line.amount, currency),
    facts: factsOf(line, currency),
    rules: rulesOf(book, line),
    ...(changed && { parts: [changed] }),
  };
}

/** `3 000,00 € → 3 075,00 €`, and why. */
export function explainChange(country: Country, { code, before, now, causes }: Change): Explanation {
  const currency: Currency = country === 'AX' ? 'EUR' : 'SEK';
  const [then, today] = [moneyIn(before, currency), moneyIn(now, currency)];
  const changed: InEach<string> = {
    sv: 'Ändrat sedan förra gången',
    fi: 'Muuttunut viime kerrasta',
    en: 'Changed since last time',
  };
  return {
    what: inEach((language) => `${changed[language]}: ${lineNames[code][language].toLowerCase()}`),
    amount: inEach((language) => `${then[language]} → ${today[language]}`),
    facts: causes.map((cause) => ({ label: { sv: 'Varför', fi: 'Miksi', en: 'Why' }, value: causeWords[cause] })),
    rules: [],
  };
}

function factsOf(line: Line, currency: Currency): readonly ExplanationFact[] {
  const { quantity, unitPrice, base, rate, parts, earnedFrom, earnedTo, limit, rounding, facts } = line;
  const found: ExplanationFact[] = [];
  const add = (name: keyof typeof factNames, value: InEach<string>) => found.push({ label: factNames[name], value });
  if (facts.includes('ledger')) add('ledger', correctionWords);
  if (quantity !== null)
    add(
      'quantity',
      inEach((language) => point(writeFine(quantity), language)),
    );
  if (unitPrice !== null)
    add(
      'unitPrice',
      inEach((language) => `${point(writeDecimal(unitPrice, 6, 2), language)} ${currency}`),
    );
  if (base !== null) add('base', moneyIn(base, currency));
  if (rate !== null) add('rate', percentIn(rate));
  for (const part of parts ?? []) {
    const [of, at] = [moneyIn(part.base, currency), percentIn(part.rate)];
    add(
      'part',
      inEach((language) => `${of[language]} · ${at[language]}`),
    );
  }
  add('earned', daysIn(earnedFrom, earnedTo));
  if (limit !== null) add('limit', limitWords[limit]);
  const rounded = rounding === null ? undefined : roundingWords[rounding];
  if (rounded) add('rounding', rounded);
  const counted = countedOf(line, currency);
  if (counted) add('counted', counted);
  const from = facts.flatMap((ref) => wordsOfFact(ref) ?? []);
  if (from.length > 0)
    add(
      'from',
      inEach((language) => [...new Set(from.map((words) => words[language]))].join(', ')),
    );
  add('account', accountNames[codeOf(line.code).account]);
  return found;
}

/** `8 × 18,40 € × 15 % = 22,08 €`; undefined where the amount is not counted so. */
function countedOf({ quantity, unitPrice, base, rate, parts, amount }: Line, currency: Currency) {
  const factors: InEach<string>[] = [];
  const pieces = quantity === null ? undefined : inEach((language) => point(writeFine(quantity), language));
  let counted = 0;
  if (parts !== null) {
    const each = parts.map((part) => times([moneyIn(part.base, currency), percentIn(part.rate)]));
    factors.push(inEach((language) => each.map((part) => part[language]).join(' + ')));
    counted = parts.reduce((sum, part) => sum + part.base * (part.rate / WHOLE), 0);
  } else if (quantity !== null && unitPrice !== null && pieces) {
    factors.push(
      pieces,
      inEach((language) => `${point(writeDecimal(unitPrice, 6, 2), language)} ${currency}`),
    );
    counted = (quantity / FINE) * (unitPrice / FINE);
  } else if (base !== null && rate !== null) {
    if (pieces) factors.push(pieces);
    factors.push(moneyIn(base, currency), percentIn(rate));
    counted = ((quantity ?? FINE) / FINE) * base * (rate / WHOLE);
  }
  if (factors.length === 0 || Math.abs(counted - Math.abs(amount)) > 1) return undefined;
  const [sum, result] = [times(factors), moneyIn(Math.abs(amount), currency)];
  return inEach((language) => `${sum[language]} = ${result[language]}`);
}

function times(factors: readonly InEach<string>[]): InEach<string> {
  return inEach((language) => factors.map((factor) => factor[language]).join(' × '));
}

/** The rule with its law or agreement, then each figure with its own source and days. */
function rulesOf(book: RuleBook, line: Line): readonly ExplanationRule[] {
  const rule: ExplanationRule = { label: ruleNames[line.rule], source: rules[line.rule].source };
  const figures = line.parameters.flatMap((ref) => {
    const found = parameterOf(book, ref);
    if (!found) return [];
    const { source, from, to, verified } = found;
    const day = Temporal.PlainDate.from;
    return [{ label: figureName, source, validFrom: day(from), ...(to && { validTo: day(to) }), verified }];
  });
  return [rule, ...figures];
}

function inEach(write: (language: Language) => string): InEach<string> {
  return Object.fromEntries(languages.map((language) => [language, write(language)])) as InEach<string>; // one for each
}

function moneyIn(amount: Minor, currency: Currency): InEach<string> {
  return inEach((language) => formatMoney(money(amount, currency), language));
}

function percentIn(rate: Rate): InEach<string> {
  return inEach((language) => `${point(writePercent(rate), language)}${language === 'en' ? '%' : ' %'}`);
}

/** Decimals as the language writes them. */
function point(text: string, language: Language): string {
  return language === 'en' ? text : text.replace('.', ',');
}

function daysIn(from: string, to: string): InEach<string> {
  const day = Temporal.PlainDate.from;
  return inEach((language) =>
    from === to
      ? formatDate(day(from), language)
      : `${formatDate(day(from), language)} – ${formatDate(day(to), language)}`,
  );
}
