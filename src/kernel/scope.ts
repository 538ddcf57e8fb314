import { randomUUID } from 'node:crypto';
import { type AuditLine, insertAuditLine, insertNamedInList, type NamedInList } from './audit.ts';
import {
  type Action,
  type Actor,
  type Answer,
  type Basis,
  type Extent,
  looking,
  type Question,
  type Resource,
} from './authority.ts';
import type { Tx } from './database/connection.ts';
import type { Fence } from './database/fence.ts';
import type { Pools } from './database/pools.ts';
import { inRead, inTransaction, inTransactionAtOnce } from './database/transaction.ts';
import type { PartyId } from './ids.ts';
import type { EventBody } from './outbox.ts';
import { insertEvent } from './outbox.ts';
import { Refusal } from './refusal.ts';
import type { Language } from './texts.ts';
import { insertUseLine } from './use-line.ts';

/** Which login role, and with it which policies, a scope works under. */
export type Room = 'resident' | 'official' | 'worker';

/** The one question of authority; `mandates` answers it, everybody asks it through the scope. */
export type MayAct = (scope: Scope, question: Question) => Promise<Answer>;

/**
 * Who acts, for whom, behind which fence, and when: the first parameter of every use case, made once per request or job.
 * It opens short transactions on demand; nothing but the database is awaited inside one, so a request that asks a slow
 * source holds no connection.
 */
export type Scope = {
  readonly actor: Actor;
  /** For whom the actor acts; null when nobody is represented. */
  readonly principal: PartyId | null;
  readonly fence: Fence;
  readonly room: Room;
  readonly now: Temporal.Instant;
  readonly language: Language;
  /** The request's or job's id, for logs and audit. */
  readonly requestId: string;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * As `write`, in one round trip with the commit: for statements that need nothing of each other's answers. Whatever is
   * asked after an answer is refused, and a statement that must undo the rest has to fail by itself.
   */
  writeAtOnce<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Says that something happened; handlers run after the commit, at least once, and are told the event's id. */
  publish(tx: Tx, event: EventBody): Promise<void>;
  /** Leaves the trace that the person can read. */
  audit(tx: Tx, line: AuditLine): Promise<void>;
  /** The same for all whom a list names, once a day for each. */
  auditList(tx: Tx, named: readonly NamedInList[]): Promise<void>;
  mayAct(action: Action, resource: Resource, principal?: PartyId): Promise<Answer>;
  /**
   * The same actor behind another fence: for a row that the permitted act concerns and the scope does not reach,
   * such as the receiving authority's new case. Only what `permit` has just allowed gives the right to it.
   */
  reaching(permit: Permit, fence: Partial<Fence>): Scope;
};

declare const permitted: unique symbol;
/** A yes by `mayAct`, with its basis to be kept on the act. Only `permit` makes one. */
export type Permit = {
  readonly action: Action;
  readonly basis: readonly Basis[];
  /** What a list may show: where the question named no authority or case, a mandate may be for some of them only. */
  readonly extent: Extent;
  readonly [permitted]: true;
};

/**
 * Asks the one question, and goes on only with a yes.
 * @throws Refusal not-allowed when the answer is no, unavailable when it could not be asked
 */
export async function permit(scope: Scope, action: Action, resource: Resource, principal?: PartyId): Promise<Permit> {
  const answer = await scope.mayAct(action, resource, principal);
  if (answer.decision !== 'yes') throw refusalOf(answer);
  const { basis, extent } = answer;
  if (looking.has(action) && actsForAnother(scope) && principal === undefined) {
    await scope.write((tx) => insertUseLine(tx, scope, { action, resource, basis, about: scope.principal as PartyId }));
  }
  return { action, basis, extent } as unknown as Permit; // the only maker of the brand
}

/**
 * Leaves the line of who has looked at something in another's name, by the yes that they have just had; for oneself, none.
 * For what `permit` can not see by the action alone.
 */
export async function noteUse(scope: Scope, { action, basis }: Permit, resource: Resource, purpose: string) {
  if (!actsForAnother(scope)) return;
  const about = scope.principal as PartyId; // who acts for another acts for somebody
  await scope.write((tx) => insertUseLine(tx, scope, { action, resource, basis, purpose, about }));
}

/**
 * Lets in who may do it to something at all, before it is known to what: leaves no line, gives no permit.
 * @throws Refusal as `permit`
 */
export async function admit(scope: Scope, action: Action): Promise<void> {
  const answer = await scope.mayAct(action, {});
  if (answer.decision !== 'yes') throw refusalOf(answer);
}

/** Whether a person acts in somebody else's name. */
function actsForAnother({ actor, principal }: Pick<Scope, 'actor' | 'principal'>): boolean {
  return actor.kind === 'person' && principal !== null && principal !== actor.party;
}

/** What is thrown for an answer that is not yes. */
export function refusalOf({ decision, obligations, unavailableSources, explanation }: Answer): Refusal {
  if (decision === 'unknown') {
    return new Refusal('unavailable', 'kernel.authority.could-not-ask', { sources: unavailableSources }, explanation);
  }
  const [minimum] = obligations;
  if (minimum) return new Refusal('not-allowed', 'kernel.authority.assurance', { minimum: minimum.assurance });
  return new Refusal('not-allowed', 'kernel.authority.no', {}, explanation);
}

export type ScopeParts = {
  readonly actor: Actor;
  readonly principal?: PartyId | null;
  readonly room: Room;
  readonly fence: Fence;
  readonly now?: Temporal.Instant;
  readonly language?: Language;
  readonly requestId?: string;
};

export type MakeScope = (parts: ScopeParts) => Scope;

/** @param published told after each write that published, so that the outbox is drained at once */
export function scopeMaker(pools: Pools, mayAct: MayAct, published: () => void = () => undefined): MakeScope {
  return function makeScope(parts: ScopeParts): Scope {
    const pool = pools[parts.room];
    let hasPublished = false;
    async function write<T>(transaction: typeof inTransaction, work: (tx: Tx) => Promise<T>): Promise<T> {
      const result = await transaction(pool, parts.fence, work);
      if (hasPublished) published();
      hasPublished = false;
      return result;
    }
    const scope: Scope = {
      actor: parts.actor,
      principal: parts.principal ?? null,
      fence: parts.fence,
      room: parts.room,
      now: parts.now ?? Temporal.Now.instant(),
      language: parts.language ?? 'sv',
      requestId: parts.requestId ?? randomUUID(),
      read: (work) => inRead(pool, parts.fence, work),
      write: (work) => write(inTransaction, work),
      writeAtOnce: (work) => write(inTransactionAtOnce, work),
      async publish(tx, event) {
        hasPublished = true;
        await insertEvent(tx, scope.now, event);
      },
      audit: (tx, line) => insertAuditLine(tx, scope, line),
      auditList: (tx, named) => insertNamedInList(tx, scope, named),
      mayAct: (action, resource, principal = parts.principal ?? undefined) =>
        mayAct(scope, { actor: scope.actor, principal, action, resource, at: scope.now }),
      reaching: (_permit, fence) => makeScope({ ...parts, now: scope.now, fence: { ...parts.fence, ...fence } }),
    };
    return scope;
  };
}
