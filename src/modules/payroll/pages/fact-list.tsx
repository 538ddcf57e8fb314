import { SummaryList, usePage } from '../../../kernel/html/index.ts';
import type { Country } from '../engine/codes.ts';
import type { Fact } from '../facts/fact.ts';
import { factKindNames } from '../texts/fact-names.ts';
import { daysText } from './days-text.ts';
import { factText } from './fact-text.ts';

/** What is known, each with the days it holds. */
export function FactList({ facts, country }: { readonly facts: readonly Fact[]; readonly country: Country }) {
  const { language } = usePage();
  const shown = facts.toSorted((a, b) => (a.kind === b.kind ? compare(b.from, a.from) : compare(order(a), order(b))));
  return (
    <SummaryList
      rows={shown.map((fact) => ({
        label: `${factKindNames[fact.kind][language]} ${daysText(fact, language)}`,
        value: factText(fact, country, language),
      }))}
    />
  );
}

const kinds = Object.keys(factKindNames);

function order({ kind }: Fact): number {
  return kinds.indexOf(kind);
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
