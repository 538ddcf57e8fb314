/** How long a service keeps its cases. */
export type RetentionRule = {
  readonly years: number;
  readonly after: 'closed' | 'decided';
  readonly then: 'erase' | 'archive';
  readonly source: string;
};

/** The first day on which a closed case is no longer kept: years, from the day after the day that is counted from. */
export function eraseOn(
  rule: Pick<RetentionRule, 'years' | 'after'>,
  days: { readonly decided: Temporal.PlainDate; readonly closed: Temporal.PlainDate },
): Temporal.PlainDate {
  return days[rule.after].add({ years: rule.years }).add({ days: 1 });
}

/** As it stands in the tombstone and on the page that shows what is due. */
export function ruleText(service: string, version: number, rule: RetentionRule): string {
  return `${service} ${version}: ${rule.years} years after ${rule.after}, ${rule.then} (${rule.source})`;
}
