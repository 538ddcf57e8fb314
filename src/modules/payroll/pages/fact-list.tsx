import { dayText, SummaryList, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Country } from '../engine/codes.ts';
import type { Fact } from '../facts/fact.ts';
import { factKindNames } from '../texts/fact-names.ts';
import { texts } from '../texts/index.ts';
import { factText } from './fact-text.ts';

/** What is known, each with the days it holds. */
export function FactList({ facts, country }: { readonly facts: readonly Fact[]; readonly country: Country }) {
  const t = useTexts(texts).person;
  const { language } = usePage();
  const day = (on: string) => dayText(Temporal.PlainDate.from(on), language, true);
  const shown = facts.toSorted((a, b) => (a.kind === b.kind ? compare(b.from, a.from) : compare(order(a), order(b))));
  return (
    <SummaryList
      rows={shown.map((fact) => ({
        label: `${factKindNames[fact.kind][language]} ${days(fact)}`,
        value: factText(fact, country, language),
      }))}
    />
  );

  function days({ from, to }: Fact): string {
    if (to === from) return day(from);
    return to === null ? t.from(day(from)) : `${day(from)} – ${day(to)}`;
  }
}

const kinds = Object.keys(factKindNames);

function order({ kind }: Fact): number {
  return kinds.indexOf(kind);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
