import type { SourceFault } from '../../kernel/source-answer.ts';
import { isOnAgreedClocks, pastMoment } from '../moments.ts';
import { type Answer, answerShape, eventShape, type Kundhandelse } from './answer.ts';
import { LIMIT, type Part } from './question.ts';

export type ReadEvents = {
  readonly events: readonly Kundhandelse[];
  /** Whom the producer or the relay could not ask, or whose events can not be used. */
  readonly missing: readonly string[];
  readonly odd: readonly SourceFault[];
  readonly more: boolean;
};

type Reply = { readonly status: number; readonly body: unknown };

/**
 * What came back on these parts. An event that can not be used is left out and said to be missing; the others live.
 * @returns the fault that makes the whole of it worth nothing
 */
export function readAnswer(parts: readonly Part[], { status, body }: Reply, now: Temporal.Instant) {
  if (!answerShape.Check(body)) return 'broken';
  const rows = body.kundhandelser;
  if (rows.length !== parts.length) return 'contradictory';
  if (!parts.every((part, n) => isAbout(rows[n]?.part, part))) return 'about-another';
  const given = rows.flatMap((row) => row.kundhandelserForPart);
  if (given.length > LIMIT * parts.length) return 'too-large';
  if (rows.some((row) => row.totaltAntalKundhandelser < row.kundhandelserForPart.length)) return 'contradictory';

  const read = given.map((one) => ({ one, fault: faultOf(one, now) }));
  const events = read.flatMap(({ one, fault }) => (fault === null ? [one as Kundhandelse] : [])); // of its shape
  const odd = read.flatMap(({ fault }) => fault ?? []);
  const [first] = odd;
  if (events.length === 0 && first) return first;
  const strange = read.flatMap(({ one, fault }) => (fault === null ? [] : [producerIn(one)]));
  return {
    events: [...new Map(events.map((event) => [event.kundhandelseId, event])).values()],
    missing: [...new Set([...unanswered(body, status), ...strange])],
    odd: events.some(({ tidpunkt }) => !isOnAgreedClocks(tidpunkt)) ? [...odd, 'misdated' as const] : odd,
    more: rows.some((row) => row.totaltAntalKundhandelser > row.kundhandelserForPart.length),
  } satisfies ReadEvents;
}

function isAbout(told: Answer['kundhandelser'][number]['part'] | undefined, { kund, arende }: Part): boolean {
  return told?.kund?.identifierare === kund.identifierare && told.arende?.identifierare === arende?.identifierare;
}

function faultOf(event: unknown, now: Temporal.Instant): SourceFault | null {
  if (!eventShape.Check(event)) return 'unknown-type';
  const at = pastMoment(event.tidpunkt, now);
  return typeof at === 'string' ? at : null;
}

/** The relay's report of whom it could not ask; 206 without one still says that something is missing. */
function unanswered({ delfragor = [] }: Answer, status: number): string[] {
  const names = delfragor.filter((one) => one.status !== 'OK').map(({ producent }) => producent);
  return status === 206 && names.length === 0 ? ['?'] : names;
}

function producerIn(event: unknown): string {
  const { producent } = (event ?? {}) as { producent?: unknown };
  return typeof producent === 'string' && producent.length <= 200 ? producent : '?';
}
