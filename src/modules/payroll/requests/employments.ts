import type { Day, Period } from '../engine/day.ts';
import { type Fact, isValidIn, unpackFacts } from '../facts/fact.ts';
import type { Employee } from '../store/facts.ts';

/** One of somebody's employments at an employer, as they choose it. */
export type OwnPost = {
  readonly key: string;
  readonly employee: string;
  readonly employment: number | null;
  readonly title: string;
  readonly unit: string;
  /** Every contract of it. */
  readonly contracts: readonly { readonly from: Day; readonly to: Day | null }[];
};

/** An absence is often of all of them. */
export const EVERY = 'alla';

/** The employments of a person at an employer, also where they are there under several numbers; as last said. */
export function ownPosts(employees: readonly Pick<Employee, 'id' | 'facts'>[]): readonly OwnPost[] {
  return employees.flatMap(({ id, facts }) => {
    const contracts = unpackFacts(facts).filter((fact) => fact.kind === 'employment');
    return [...Map.groupBy(contracts, ({ employment }) => employment)].map(([employment, all]) => {
      const { title, unit } = (all.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1) as Fact<'employment'>).body; // a group has one
      return { key: `${id}.${employment ?? 0}`, employee: id, employment, title, unit, contracts: all };
    });
  });
}

export type Choice = readonly OwnPost[] | 'which' | 'none' | 'not-own';

/** Of which employments something is said; or why that is not clear. Hours are always of one. */
export function chosenPosts(
  posts: readonly OwnPost[],
  { kind, from, to }: Period & { readonly kind: 'absence' | 'time' },
  chosen: string,
): Choice {
  const held = posts.filter(({ contracts }) => contracts.some((one) => isValidIn(one, from, to)));
  if (chosen !== '' && chosen !== EVERY && !posts.some(({ key }) => key === chosen)) return 'not-own';
  if (chosen === EVERY && kind === 'time') return 'which';
  const found = chosen === '' || chosen === EVERY ? held : held.filter(({ key }) => key === chosen);
  if (found.length === 0) return 'none';
  return found.length > 1 && chosen !== EVERY ? 'which' : found;
}

/** The contract of an employment on a day; where none held then, the last one. */
export function contractOn(
  { facts }: Pick<Employee, 'facts'>,
  employment: number | null,
  on: Day,
): Fact<'employment'> | undefined {
  const all = unpackFacts(facts).filter((fact) => fact.kind === 'employment');
  const own = employment === null ? all : all.filter((fact) => fact.employment === employment);
  return own.findLast((fact) => isValidIn(fact, on, on)) ?? own.at(-1);
}
