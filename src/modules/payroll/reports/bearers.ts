import type { Day } from '../engine/day.ts';
import type { AccountingPart, Fact } from '../facts/fact.ts';
import { isValidIn } from '../facts/fact.ts';

type Days = { readonly from: Day; readonly to: Day };

/**
 * Who bears what an employee costs in a month, by weight: the accounting of each post, or its unit where nobody has said
 * any. Several posts bear by what was agreed for each, since a payslip's lines are of the person.
 */
export function bearersOf(facts: readonly Fact[], month: Days): readonly AccountingPart[] {
  const held = facts.filter((fact) => isValidIn(fact, month.from, month.to));
  const posts = new Map<number | null, Fact<'employment'>>();
  for (const fact of held) if (fact.kind === 'employment') posts.set(fact.employment, fact);
  const parts = [...posts.values()].flatMap((post) => partsOf(post, held, posts.size > 1));
  return parts.some(({ share }) => share > 0) ? parts : [{ dimensions: [''], share: 1 }];
}

function partsOf(post: Fact<'employment'>, held: readonly Fact[], isOneOfSeveral: boolean): readonly AccountingPart[] {
  const said = held.findLast((fact) => fact.kind === 'accounting' && fact.employment === post.employment);
  const parts = said?.kind === 'accounting' ? said.body.parts : [{ dimensions: [post.body.unit], share: 1_000_000 }];
  if (!isOneOfSeveral) return parts;
  const weight = Math.max(1, agreedFor(post, held)); // paid by the hour alone: next to nothing beside a month's pay
  return parts.map(({ dimensions, share }) => ({
    dimensions,
    share: Math.max(1, Math.round((weight * share) / 1_000_000)),
  }));
}

/** A month's pay as agreed, in cent or öre. */
function agreedFor({ employment }: Fact<'employment'>, held: readonly Fact[]): number {
  const salary = held.findLast((fact) => fact.kind === 'salary' && fact.employment === employment);
  return salary?.kind === 'salary' ? Math.round((salary.body.monthly * salary.body.share) / 1_000_000) : 0;
}
