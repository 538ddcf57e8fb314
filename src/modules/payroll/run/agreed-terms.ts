import { type AktaSystem, aktaSystems } from '../engine/agreement/akta-rules.ts';
import type { Minor, Rate } from '../engine/amount.ts';
import { addDays, type Day, type Period } from '../engine/day.ts';
import { type Fact, isValidIn } from '../facts/fact.ts';

/** The facts of one employment, by kind. */
export type Post = {
  readonly employments: Fact<'employment'>[];
  readonly salaries: Fact<'salary'>[];
  readonly supplements: Fact<'supplement'>[];
  readonly schedules: Fact<'schedule'>[];
  readonly absences: Fact<'absence'>[];
  readonly times: Fact<'time'>[];
};

/** What was agreed on the days of a stretch. */
export type Agreed = {
  readonly from: Day;
  readonly to: Day;
  readonly monthly: Minor;
  readonly share: Rate;
  readonly hour: Minor | undefined;
  readonly system: AktaSystem;
  readonly personalSupplement: Minor;
  readonly increment: Minor | undefined;
};

/** The facts of each employment; in the order that they came. */
export function postsOf(facts: readonly Fact[]): ReadonlyMap<number | null, Post> {
  const posts = new Map<number | null, Post>();
  for (const fact of facts) {
    const list = listOf[fact.kind as keyof typeof listOf];
    if (list === undefined) continue;
    let post = posts.get(fact.employment);
    if (post === undefined) {
      post = { employments: [], salaries: [], supplements: [], schedules: [], absences: [], times: [] };
      posts.set(fact.employment, post);
    }
    (post[list] as Fact[]).push(fact); // the list of the fact's own kind
  }
  return posts;
}

const listOf = {
  employment: 'employments',
  salary: 'salaries',
  supplement: 'supplements',
  schedule: 'schedules',
  absence: 'absences',
  time: 'times',
} as const satisfies Partial<Record<Fact['kind'], keyof Post>>;

/** The window cut where a contract, a salary or a supplement begins or ends; days without contract or salary are left out. */
export function agreedTerms(post: Post, window: Period): readonly Agreed[] {
  if (window.to < window.from) return [];
  const starts = new Set([window.from]);
  for (const list of [post.employments, post.salaries, post.supplements]) {
    for (const { from, to } of list) {
      if (from > window.from && from <= window.to) starts.add(from);
      if (to !== null && to >= window.from && to < window.to) starts.add(addDays(to, 1));
    }
  }
  const days = [...starts].sort();
  return days.flatMap((from, n) => {
    const next = days[n + 1];
    return agreedOn(post, from, next === undefined ? window.to : addDays(next, -1)) ?? [];
  });
}

function agreedOn(post: Post, from: Day, to: Day): Agreed | undefined {
  const employment = lastValid(post.employments, from);
  const salary = lastValid(post.salaries, from);
  if (!employment || !salary) return undefined;
  let personalSupplement = 0;
  let increment: Minor | undefined;
  for (const fact of post.supplements) {
    if (!isValidIn(fact, from, from)) continue;
    const { code, amount } = fact.body;
    if (code === 'personal-supplement') personalSupplement += amount;
    else increment = (increment ?? 0) + amount;
  }
  const { monthly, share, hour } = salary.body;
  const system = aktaSystems.find((known) => known === employment.body.system) ?? 'general';
  return { from, to, monthly, share, hour, system, personalSupplement, increment };
}

/** Of what holds on a day, what was said last. */
export function lastValid<F extends Fact>(facts: readonly F[], day: Day): F | undefined {
  let found: F | undefined;
  for (const fact of facts) if (isValidIn(fact, day, day) && (!found || fact.seq > found.seq)) found = fact;
  return found;
}
