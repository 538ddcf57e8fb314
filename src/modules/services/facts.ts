import { locales } from '../../kernel/locale.ts';
import { formatMoney } from '../../kernel/money.ts';
import type { AdoptedService } from './adoption.ts';
import { type Country, currencyOf } from './format/definition.ts';
import { settingsExpression } from './format/evaluate.ts';
import { typeOf } from './format/expression/check.ts';
import { settingNames } from './format/names.ts';
import type { Words } from './format/words.ts';

/** What the adopting authority's settings say, as a person reads it; undefined is what it has not entered. */
export type Fact = {
  readonly label: string;
  readonly value: string | undefined;
  /** It rests on a proposed figure that nobody has checked against its source. */
  readonly isUnverified: boolean;
};

export function factsOf(adopted: AdoptedService, words: Words, country: Country, today: string): readonly Fact[] {
  const { definition, settings } = adopted;
  const defaults = Object.entries(definition.defaults[country]);
  const proposals = defaults
    .filter(([name, one]) => !one.verified && settings[name] === one.value)
    .map(([name]) => name);
  return definition.facts.map(({ id, value }) => {
    const found = settingsExpression(value, settings, today);
    const isMoney = typeOf(value, settingNames(definition), '', [])?.is === 'money';
    const isUnverified = proposals.some((name) => JSON.stringify(value).includes(`["setting","${name}"]`));
    return { label: words.of(`fact.${id}`), value: shown(found, isMoney, words, country), isUnverified };
  });
}

/** Within how many days somebody answers, by the authority's own setting. */
export function replyDaysOf(adopted: AdoptedService, today: string): number | undefined {
  const found = settingsExpression(adopted.definition.case.replyDays, adopted.settings, today);
  return typeof found === 'number' ? found : undefined;
}

function shown(value: unknown, isMoney: boolean, { language }: Words, country: Country): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return undefined;
  if (isMoney) return formatMoney({ minor: value, currency: currencyOf[country] }, language, 'short');
  return value.toLocaleString(locales[language]);
}
