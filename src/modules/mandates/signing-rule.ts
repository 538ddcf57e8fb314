/** One way to sign for an organisation: all of these together, or so many of those; each by a token. */
export type RuleAlternative =
  | { readonly everyoneOf: readonly string[] }
  | { readonly anyOf: readonly string[]; readonly count: number };

export type SigningRule = readonly RuleAlternative[];

/** Whether these together sign for it: one alternative is enough, and nobody signs who is in none. */
export function isRuleMet(rule: SigningRule, chosen: readonly string[]): boolean {
  const known = new Set(rule.flatMap((one) => ('count' in one ? one.anyOf : one.everyoneOf)));
  if (chosen.some((one) => !known.has(one))) return false;
  return rule.some((one) =>
    'count' in one
      ? one.count > 0 && one.anyOf.filter((each) => chosen.includes(each)).length >= one.count
      : one.everyoneOf.length > 0 && one.everyoneOf.every((each) => chosen.includes(each)),
  );
}
