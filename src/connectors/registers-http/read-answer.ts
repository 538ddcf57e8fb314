import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { SourceAnswer, SourceFault } from '../../kernel/source-answer.ts';
import type { NamedPerson } from '../../modules/base-registers/index.ts';
import type { Post, Reply } from './transport.ts';

/** Why an answer of the right shape can not be used; caught where the answer is read, never let out. */
class UnusableAnswer extends Error {
  readonly fault: SourceFault;
  constructor(fault: SourceFault) {
    super(fault);
    this.fault = fault;
  }
}

/** How far ahead of ours a register's clock may be. */
const SKEW_MINUTES = 5;

type Envelope = { readonly asOf: string; readonly about: string };

export type Asking = { readonly source: string; readonly post: Post; readonly path: string; readonly number: string };

/** The shape of an answer, and what it says in our words; null when it says that there is nothing. */
export type Reading<T> = { fits(body: unknown): boolean; read(body: unknown): T | null };

/** In two calls: to infer both types in one takes the compiler seconds. */
export function reading<S extends TSchema>(shape: S) {
  let checker: { Check(body: unknown): boolean } | undefined; // made when the first answer comes
  return <T>(read: (body: Static<S>) => T | null): Reading<T> => ({
    fits(body) {
      checker ??= Compile(shape as TSchema);
      return checker.Check(body);
    },
    read: (body) => read(body as Static<S>),
  });
}

export async function answerTo<T>(asking: Asking, one: Reading<T>): Promise<SourceAnswer<T>> {
  const { source, post, path, number } = asking;
  const reply = await post(path, { number });
  return readReply(reply, { source, number, now: Temporal.Now.instant() }, one);
}

type About = { readonly source: string; readonly number: string; readonly now: Temporal.Instant };

/** Reads what came back: the shape by its schema, then whom it is about, then what it says. Throws nothing. */
export function readReply<T>(reply: Reply, { source, number, now }: About, one: Reading<T>): SourceAnswer<T> {
  if (reply.kind === 'not-allowed') return { state: 'not-allowed', source };
  if (reply.kind === 'fault') return failed(source, reply.fault);
  try {
    if (!one.fits(reply.body)) throw new UnusableAnswer('broken');
    const { asOf, about } = reply.body as Envelope;
    if (about !== number) throw new UnusableAnswer('about-another');
    const at = momentOf(asOf, now);
    const value = one.read(reply.body);
    return value === null ? { state: 'nothing', asOf: at } : { state: 'answered', value, asOf: at };
  } catch (error) {
    if (error instanceof UnusableAnswer) return failed(source, error.fault);
    throw error;
  }
}

function failed(source: string, fault: SourceFault): SourceAnswer<never> {
  return { state: 'failed', source, fault, retry: fault === 'down' || fault === 'slow' };
}

/** Data of the future is none. A clock that is a little ahead is taken to be ours. */
function momentOf(text: string, now: Temporal.Instant): Temporal.Instant {
  const at = parsed(text, Temporal.Instant.from);
  if (Temporal.Instant.compare(at, now.add({ minutes: SKEW_MINUTES })) > 0) throw new UnusableAnswer('contradictory');
  return Temporal.Instant.compare(at, now) > 0 ? now : at;
}

function parsed<T>(text: string, parse: (text: string) => T): T {
  try {
    return parse(text);
  } catch {
    throw new UnusableAnswer('broken'); // 31 February
  }
}

export function dayOf(text: string): Temporal.PlainDate {
  return parsed(text, Temporal.PlainDate.from);
}

export function maybeDayOf(text: string | null): Temporal.PlainDate | null {
  return text === null ? null : dayOf(text);
}

/** One of the words that we know. @throws UnusableAnswer unknown-type */
export function kindOf<const K extends string>(kinds: readonly K[], word: string): K {
  const known = kinds.find((kind) => kind === word);
  if (known === undefined) throw new UnusableAnswer('unknown-type');
  return known;
}

/** A protected person's name is not taken in, whatever the register sends. */
export function namedPerson(wire: {
  readonly number: string;
  readonly name: string | null;
  readonly protectedIdentity: boolean;
}): NamedPerson {
  return { number: wire.number, name: wire.protectedIdentity ? null : wire.name };
}
