import type { MandateEvent, Terms } from './mandate.ts';

/** Events are kept as JSON; only the moments in their terms need care. */
export function eventText(event: MandateEvent): string {
  return JSON.stringify(event);
}

type KeptTerms = Omit<Terms, 'from' | 'until' | 'signBy' | 'inOrder' | 'requestedBy'> &
  Readonly<Record<'from' | 'until' | 'signBy', string>> &
  // The first ones were written before there was either.
  Partial<Pick<Terms, 'inOrder' | 'requestedBy'>>;

/** @param body what `eventText` wrote; nothing else writes the table */
export function eventFrom(body: unknown): MandateEvent {
  const event = body as MandateEvent;
  if (event.kind !== 'drafted' && event.kind !== 'paper-registered') return event;
  const terms = event.terms as unknown as KeptTerms;
  return {
    ...event,
    terms: {
      ...terms,
      inOrder: terms.inOrder ?? false,
      requestedBy: terms.requestedBy ?? null,
      from: Temporal.Instant.from(terms.from),
      until: Temporal.Instant.from(terms.until),
      signBy: Temporal.Instant.from(terms.signBy),
    },
  };
}
