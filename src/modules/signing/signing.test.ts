import { describe, expect, test } from 'vitest';
import type { PartyId, SigningId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import table from './signing.cases.json' with { type: 'json' };
import { assertMayRefuse, ballOf, placeToSign, type Signing, type SigningEvent, standingAt } from './signing.ts';

type Row = {
  title: string;
  signers: string[];
  inOrder?: boolean;
  happened: string[];
  late?: boolean;
  state: string;
  /** What each person gets who tries to sign: a place, or the key of the refusal. */
  signs: Record<string, number | string>;
  refuses?: Record<string, string>;
  balls?: Record<string, string>;
};

const start = Temporal.Instant.from('2026-11-22T09:00:00Z');
const deadline = start.add({ hours: 24 });
const at = start.add({ hours: 1 });

/** `anna`, or `erik for sottunga`. */
function signingOf({ signers, inOrder = false }: Row): Signing {
  const asked = signers.map((one) => {
    const [party, onBehalfOf = null] = one.split(' for ');
    return { party: party as PartyId, onBehalfOf: onBehalfOf as PartyId | null };
  });
  return {
    ...{ id: 'x' as SigningId, subject: { kind: 'mandate', id: 'x' }, authority: null, digest: 'x', inOrder, deadline },
    ...{ signers: asked, requestedBy: 'anna' as PartyId, requestedAt: start },
    parties: [...new Set(['anna' as PartyId, ...asked.map(({ party }) => party)])],
  };
}

/** `anna signed 1`, `erik refused`, `anna withdrew`, `expired`. */
function eventOf(text: string): SigningEvent {
  const [who = '', what, place] = text.split(' ');
  const by = who as PartyId;
  if (what === 'signed') return { kind: 'signed', at, by, place: Number(place) };
  if (what === 'refused') return { kind: 'refused', at, by, reason: 'x' };
  return what === 'withdrew' ? { kind: 'withdrawn', at, by } : { kind: 'expired', at };
}

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (isRefusal(error)) return error.key;
    throw error;
  }
}

describe.each(table as unknown as Row[])('$title', (row) => {
  const signing = signingOf(row);
  const events: SigningEvent[] = [
    { kind: 'requested', at: start, by: 'anna' as PartyId },
    ...row.happened.map(eventOf),
  ];
  const standing = standingAt(signing, events, row.late ? deadline : at);

  test(`is ${row.state}`, () => {
    expect(standing.state).toBe(row.state);
    if (row.state !== 'open') expect(standing.turns).toEqual([]);
  });

  test.each(Object.entries(row.signs))('%s who signs gets %s', (who, wanted) => {
    expect(outcome(() => placeToSign(signing, standing, who as PartyId))).toBe(wanted);
  });

  test.each(Object.entries(row.refuses ?? {}))('%s who refuses gets %s', (who, wanted) => {
    expect(outcome(() => assertMayRefuse(signing, standing, who as PartyId)) ?? 'yes').toBe(wanted);
  });

  test.each(Object.entries(row.balls ?? {}))('%s finds it with the ball at %s', (who, wanted) => {
    expect(ballOf(signing, standing, who as PartyId)).toBe(wanted);
  });
});
