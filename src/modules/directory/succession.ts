import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';

/**
 * From a day on `successor` holds what `predecessor` held. A merger is several to one, a division one to several (each
 * then reaches the whole history). Nothing is rewritten: rows keep their authority, and scopes expand.
 */
export type Succession = {
  readonly id: string;
  readonly predecessor: AuthorityId;
  readonly successor: AuthorityId;
  readonly inForceOn: Temporal.PlainDate;
  /** Taken back before it took force. */
  readonly withdrawnAt: Temporal.Instant | null;
  readonly source: string;
};

/** Who did it in their office; null for a command on the machine. */
export type By = { readonly party: PartyId; readonly name: string } | null;

/** As the operator finds it in the list. */
export type Announced = Succession & {
  readonly announcedAt: Temporal.Instant;
  readonly announcedBy: By;
  readonly withdrawnBy: By;
};

/**
 * The authorities and all whose rows they hold on that day, through any number of reforms; each once, in order.
 * For a fence: `scope.reaching(permit, { authorities: withPredecessors(…) })`.
 */
export function withPredecessors(
  successions: readonly Succession[],
  authorities: readonly AuthorityId[],
  on: Temporal.PlainDate,
): readonly AuthorityId[] {
  return closure(successions, authorities, on, (one) => [one.successor, one.predecessor]);
}

/** Who holds an authority's rows on that day: itself when it still exists, else the last ones in the line. */
export function holdersOf(
  successions: readonly Succession[],
  authority: AuthorityId,
  on: Temporal.PlainDate,
): readonly AuthorityId[] {
  const line = closure(successions, [authority], on, (one) => [one.predecessor, one.successor]);
  const gone = new Set(inForce(successions, on).map((one) => one.predecessor));
  return line.filter((one) => !gone.has(one));
}

/**
 * Checks a reform before it is announced.
 * @throws Refusal invalid when it begins in the past, or would make an authority its own successor; conflict when it is
 *   announced already
 */
export function announce(known: readonly Succession[], announced: Succession, today: Temporal.PlainDate): Succession {
  if (Temporal.PlainDate.compare(announced.inForceOn, today) <= 0) {
    throw new Refusal('invalid', 'directory.succession.in-the-past', { day: announced.inForceOn.toString() });
  }
  if (known.some((one) => !one.withdrawnAt && isSame(one, announced))) {
    throw new Refusal('conflict', 'directory.succession.known');
  }
  const after = holdersAlong([...known, announced], announced.successor);
  if (announced.successor === announced.predecessor || after.includes(announced.predecessor)) {
    throw new Refusal('invalid', 'directory.succession.circle');
  }
  return announced;
}

function isSame(one: Succession, other: Succession): boolean {
  return one.predecessor === other.predecessor && one.successor === other.successor;
}

/** @throws Refusal conflict when it has taken force, gone when it is withdrawn already */
export function withdraw(succession: Succession, at: Temporal.Instant, today: Temporal.PlainDate): Succession {
  if (succession.withdrawnAt) throw new Refusal('gone', 'directory.succession.withdrawn');
  if (Temporal.PlainDate.compare(succession.inForceOn, today) <= 0) {
    throw new Refusal('conflict', 'directory.succession.in-force', { day: succession.inForceOn.toString() });
  }
  return { ...succession, withdrawnAt: at };
}

/** Those that count on that day. */
export function inForce(successions: readonly Succession[], on: Temporal.PlainDate): readonly Succession[] {
  return successions.filter((one) => !one.withdrawnAt && Temporal.PlainDate.compare(one.inForceOn, on) <= 0);
}

/** Everybody who comes after, whenever: announced reforms count too. */
function holdersAlong(successions: readonly Succession[], from: AuthorityId): readonly AuthorityId[] {
  const end = Temporal.PlainDate.from('9999-12-31');
  return closure(successions, [from], end, (one) => [one.predecessor, one.successor]);
}

function closure(
  successions: readonly Succession[],
  from: readonly AuthorityId[],
  on: Temporal.PlainDate,
  step: (one: Succession) => readonly [AuthorityId, AuthorityId],
): readonly AuthorityId[] {
  const steps = inForce(successions, on).map(step);
  const found = new Set(from);
  for (const one of found) {
    for (const [here, there] of steps) if (here === one) found.add(there); // a set hands out what is added meanwhile
  }
  return [...found].sort((a, b) => a - b);
}
