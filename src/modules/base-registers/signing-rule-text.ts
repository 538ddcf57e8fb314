import { locales } from '../../kernel/locale.ts';
import type { Language } from '../../kernel/texts.ts';
import type { RegisteredOrganisation, SigningAlternative } from './registered-organisation.ts';
import { texts } from './texts/index.ts';

/** Who signs for the organisation, in words with names: "Anna Sjöblom ensam, eller 2 av A, B och C tillsammans". */
export function signingRuleText(organisation: RegisteredOrganisation, language: Language): string {
  const t = texts[language].signing;
  if (organisation.signingRule.length === 0) return t.nobody;
  const names = new Map(organisation.signatories.map((one) => [one.number, one.name ?? t.protectedPerson]));
  const either = new Intl.ListFormat(locales[language], { type: 'disjunction' });
  return either.format(organisation.signingRule.map((one) => alternativeText(one, names, language)));
}

function alternativeText(
  alternative: SigningAlternative,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const t = texts[language].signing;
  const numbers = 'count' in alternative ? alternative.anyOf : alternative.everyoneOf;
  const needed = 'count' in alternative ? alternative.count : numbers.length;
  const all = new Intl.ListFormat(locales[language]).format(numbers.map((number) => names.get(number) ?? t.unknown));
  if (numbers.length === 1) return t.alone(all);
  if (needed === numbers.length) return t.together(all);
  return needed === 1 ? t.oneOf(all) : t.someOf(needed, all);
}
