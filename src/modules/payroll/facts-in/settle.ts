import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { addDays, type Day } from '../engine/day.ts';
import type { Fact, FactKind } from '../facts/fact.ts';
import type { SaidFact } from '../facts/record-facts.ts';

/** What somebody outside says of an employee: by what it is about and from when, never by our number of the fact. */
export type Told = SaidFact & { readonly employment: number | null; readonly to: Day | null };

/** Of these a later one ends the one before it; the others stand side by side. */
const following: ReadonlySet<FactKind> = new Set<FactKind>([
  ...(['employment', 'salary', 'supplement', 'schedule', 'accounting', 'benefit', 'union', 'tax-table'] as const),
]);

/** About the same: of one employment, and of one code where the kind has codes. */
function isSame(fact: Fact, told: Told): boolean {
  return fact.kind === told.kind && fact.employment === told.employment && codeIn(fact.body) === codeIn(told.body);
}

function codeIn(body: object): unknown {
  return 'code' in body ? body.code : null;
}

/**
 * What is to be recorded so that it holds as it is told; nothing when it does already. The order in which several are told
 * means nothing: each holds from its own day until its last one, or until the next of its kind begins.
 */
export function settle(holding: readonly Fact[], told: Told): readonly SaidFact[] {
  const same = holding.filter((fact) => isSame(fact, told));
  const found = same.find(({ from }) => from === told.from);
  const { kind, employment, from, body } = told;
  if (told.withdrawn) return found ? [{ ...told, body: found.body, replaces: found.seq } as SaidFact] : []; // of its kind
  const follows = following.has(kind);
  const next = follows
    ? same
        .map((fact) => fact.from)
        .filter((day) => day > from)
        .sort()[0]
    : undefined;
  const to = earliest(told.to, next === undefined ? null : addDays(next, -1));
  const said = { kind, employment, from, to, body } as SaidFact; // body and kind are of the same
  const acts: SaidFact[] = [];
  if (!found) acts.push(said);
  else if (found.to !== to || !saysSame(found, told)) acts.push({ ...said, replaces: found.seq });
  if (follows) {
    for (const before of same) {
      if (before.from < from && (before.to === null || before.to >= from)) {
        acts.push({ ...before, to: addDays(from, -1), replaces: before.seq } as SaidFact); // as it was, but for its end
      }
    }
  }
  return acts;
}

/** Hours that somebody here has approved stay so when they are told once more. */
function saysSame(found: Fact, told: Told): boolean {
  const body =
    found.kind === 'time' && told.kind === 'time' && found.body.approved ? { ...told.body, approved: true } : told.body;
  return canonicalJson(found.body) === canonicalJson(body);
}

function earliest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
