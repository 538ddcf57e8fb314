import type { Basis } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import { type Copy, findCopy, keyOf, seal } from './copies.ts';
import { isFresh } from './freshness.ts';
import type { Guardianship } from './guardianship.ts';
import type { RegisterPorts } from './ports.ts';
import { type Answers, type QuestionKind, questions } from './questions.ts';
import type { RegisteredOrganisation } from './registered-organisation.ts';
import type { RegisteredPerson } from './registered-person.ts';
import { keepCopy, noteAsked, touchCopy } from './store.ts';

/** What somebody looks in a register for. */
export type Look = {
  /** A text key (`identity.purpose.own-details`), of the module that asks. */
  readonly purpose: string;
  /**
   * Whose details they are, when that is a party that the scope reaches: the line in that person's log is written before
   * the answer is given. Null for an organisation, or when the caller leaves the trace.
   */
  readonly about: PartyId | null;
  readonly basis?: readonly Basis[];
  /** On whose behalf an official looks. */
  readonly authority?: AuthorityId;
  /** Minutes: asks anew although the copy would do for others. */
  readonly noOlderThan?: number;
};

/**
 * The base registers, asked once for many: a fresh copy answers at once, otherwise the register does, and when it can not
 * what it said before is given as `stale`. Never throws because of a register.
 */
export type Registers = {
  person(scope: Scope, number: string, look: Look): Promise<SourceAnswer<RegisteredPerson>>;
  organisation(scope: Scope, number: string, look: Look): Promise<SourceAnswer<RegisteredOrganisation>>;
  organisationsOf(
    scope: Scope,
    personNumber: string,
    look: Look,
  ): Promise<SourceAnswer<readonly RegisteredOrganisation[]>>;
  guardianshipsOf(scope: Scope, number: string, look: Look): Promise<SourceAnswer<readonly Guardianship[]>>;
  /** Tells the operator that a good answer was not used, because another says something else about the same. */
  disagreed(scope: Scope, question: QuestionKind, purpose: string): Promise<void>;
};

export type RegistersParts = { readonly secrets: Secrets; readonly ports: RegisterPorts };

export function makeRegisters(parts: RegistersParts): Registers {
  return {
    person: (scope, number, look) => lookUp(parts, scope, 'person', number, look),
    organisation: (scope, number, look) => lookUp(parts, scope, 'organisation', number, look),
    organisationsOf: (scope, number, look) => lookUp(parts, scope, 'organisations-of', number, look),
    guardianshipsOf: (scope, number, look) => lookUp(parts, scope, 'guardianships-of', number, look),
    disagreed: (scope, question, purpose) =>
      scope.write((tx) =>
        noteAsked(tx, {
          ...{ id: newId<string>(), question, at: scope.now, outcome: 'failed', fault: 'disagreeing' },
          ...{ milliseconds: 0, purpose },
        }),
      ),
  };
}

async function lookUp<K extends QuestionKind>(
  { secrets, ports }: RegistersParts,
  scope: Scope,
  question: K,
  number: string,
  look: Look,
): Promise<SourceAnswer<Answers[K]>> {
  const copy = await findCopy(scope, secrets, question, number);
  const { register } = questions[question];
  if (copy && isFresh(register, copy.fetchedAt, scope.now, look.noOlderThan)) {
    await useCopy(scope, secrets, question, copy, look);
    return answerOf(copy);
  }
  const { answer, milliseconds } = await askRegister(ports, question, number, scope.now);
  if (answer.state !== 'not-asked') {
    await scope.write(async (tx) => {
      await Promise.all([
        keepAnswer(tx, secrets, { question, number, answer, at: scope.now, isUsed: true }),
        noteAsked(tx, asked(scope.now, question, answer, milliseconds, look.purpose)),
        trace(scope, tx, look, true),
      ]);
    });
  }
  return answer.state === 'failed' && copy ? fromReserve(answer, copy) : answer;
}

/** Asks, and lets nothing through that contradicts itself or is about somebody else. */
export async function askRegister<K extends QuestionKind>(
  ports: RegisterPorts,
  question: K,
  number: string,
  now: Temporal.Instant,
): Promise<{ readonly answer: SourceAnswer<Answers[K]>; readonly milliseconds: number }> {
  const { register, ask, faultIn } = questions[question];
  const begun = performance.now();
  const answer = await ask(ports, number);
  const milliseconds = Math.round(performance.now() - begun);
  if (answer.state !== 'answered') return { answer, milliseconds };
  const fault = faultIn(answer.value, number, dateIn('FI', now)); // where the day begins first
  if (fault === null) return { answer, milliseconds };
  return { answer: { state: 'failed', source: register, fault, retry: false }, milliseconds };
}

export type Kept<K extends QuestionKind> = {
  readonly question: K;
  readonly number: string;
  readonly answer: SourceAnswer<Answers[K]>;
  readonly at: Temporal.Instant;
  readonly isUsed: boolean;
};

/** Keeps an answer that said something, an empty one too; a failed one leaves the copy as it was. */
export async function keepAnswer<K extends QuestionKind>(tx: Tx, secrets: Secrets, kept: Kept<K>): Promise<void> {
  const { question, number, answer, at } = kept;
  if (answer.state !== 'answered' && answer.state !== 'nothing') return;
  const value = answer.state === 'answered' ? answer.value : null;
  const sealed = seal(secrets, question, { number, value });
  await keepCopy(tx, keyOf(secrets, question, number), { sealed, asOf: answer.asOf, at }, kept.isUsed);
}

export function asked<T>(
  at: Temporal.Instant,
  question: QuestionKind,
  answer: SourceAnswer<T>,
  milliseconds: number,
  purpose: string,
) {
  const outcome = answer.state === 'not-asked' || answer.state === 'stale' ? 'failed' : answer.state;
  const fault = answer.state === 'failed' || answer.state === 'stale' ? answer.fault : null;
  return { id: newId<string>(), question, at, outcome, fault, milliseconds, purpose } as const;
}

function answerOf<K extends QuestionKind>({ value, asOf }: Copy<K>): SourceAnswer<Answers[K]> {
  return value === null ? { state: 'nothing', asOf } : { state: 'answered', value, asOf };
}

/** "Nothing there" is not said again from memory: since then there may be something. */
function fromReserve<T, K extends QuestionKind>(
  failed: Extract<SourceAnswer<T>, { state: 'failed' }>,
  { value, asOf }: Copy<K>,
): SourceAnswer<Answers[K]> {
  if (value === null) return failed;
  return { state: 'stale', value, asOf, source: failed.source, fault: failed.fault };
}

async function useCopy<K extends QuestionKind>(
  scope: Scope,
  secrets: Secrets,
  question: K,
  copy: Copy<K>,
  look: Look,
): Promise<void> {
  const isLongUnused = scope.now.epochMilliseconds - copy.usedAt.epochMilliseconds > 24 * 3_600_000;
  const traces = leavesTrace(scope, look, false);
  if (!isLongUnused && !traces) return;
  await scope.write(async (tx) => {
    await Promise.all([
      isLongUnused && touchCopy(tx, keyOf(secrets, question, copy.number), scope.now),
      trace(scope, tx, look, false),
    ]);
  });
}

/** Who looks at their own leaves a line only when a register was asked about them. */
function leavesTrace({ actor }: Scope, { about }: Look, wasAsked: boolean): boolean {
  if (about === null) return false;
  return wasAsked || actor.kind !== 'person' || actor.party !== about;
}

async function trace(scope: Scope, tx: Tx, look: Look, wasAsked: boolean): Promise<void> {
  const { about, purpose, basis = [], authority } = look;
  if (about === null || !leavesTrace(scope, look, wasAsked)) return;
  await scope.audit(tx, { about, action: 'register.read', purpose, basis, ...(authority ? { authority } : {}) });
}
