import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApprovalId, AuthorityId, PartyId } from '../../kernel/ids.ts';
import { type Currency, money } from '../../kernel/money.ts';
import table from './approval.cases.json' with { type: 'json' };
import { type Approver, decideApproval, type Request, stateAt, type Vote, type VoteQuestion } from './approval.ts';

type Row = {
  title: string;
  eyes: 2 | 3;
  named?: boolean;
  own?: boolean;
  /** `bea`, `bea by agreement`, `bea unnamed`, `bea for cia`: approvals that have been given. */
  votes?: string[];
  /** `bea any`, `bea 100000 EUR from DAY to DAY`, `bea for cia to DAY`. */
  list?: string[];
  makers?: string[];
  concerned?: string[];
  amount?: null;
  voter: string;
  act?: 'refuse';
  office?: 'agreement';
  digest?: string;
  late?: boolean;
  state?: Request['state'];
  gives: string;
  standsInFor?: string;
};

const start = Temporal.Instant.from('2026-11-22T09:00:00Z');
const deadline = start.add({ hours: 24 });
const today = Temporal.PlainDate.from('2026-11-22');

function requestOf({ eyes, named = false, own = false, makers = [], concerned = [], amount, state }: Row): Request {
  return {
    ...{
      authority: 2480766 as AuthorityId,
      id: 'x' as ApprovalId,
      subject: { kind: 'prov', id: 'x' },
      task: 'payroll',
    },
    ...{ digest: 'this', summary: { what: { sv: 'x', fi: 'x', en: 'x' }, facts: [] }, href: null },
    amount: amount === null ? null : money(100_000, 'SEK'),
    rule: { eyes, named, own },
    ...{ proposedBy: 'ann' as PartyId, proposerName: 'Ann', proposedAt: start, deadline, seq: 0 },
    ...{ makers: makers as PartyId[], concerned: concerned as PartyId[], state: state ?? 'open' },
  };
}

function voteOf(text: string): Vote {
  const [by, word, whom] = text.split(' ');
  return {
    ...{ kind: 'approved', by: by as PartyId, releasing: word === undefined || word === 'for' },
    standsInFor: word === 'for' ? (whom as PartyId) : null,
  };
}

function approverOf(text: string): Approver {
  const [party, what = '', whom = 'SEK'] = text.split(' ');
  const day = (word: string) => new RegExp(`${word} (\\d{4}-\\d\\d-\\d\\d)`).exec(text)?.[1];
  const to = day('to');
  return {
    party: party as PartyId,
    limit: /^\d+$/.test(what) ? money(Number(what), (whom === 'EUR' ? 'EUR' : 'SEK') satisfies Currency) : null,
    deputyFor: what === 'for' ? (whom as PartyId) : null,
    from: Temporal.PlainDate.from(day('from') ?? '2026-01-01'),
    to: to === undefined ? null : Temporal.PlainDate.from(to),
  };
}

function questionOf(row: Row): VoteQuestion {
  return {
    ...{ act: row.act ?? 'approve', voter: row.voter as PartyId, ownOfficial: row.office !== 'agreement' },
    ...{ digest: row.digest ?? 'this', approvers: (row.list ?? []).map(approverOf) },
    ...{ at: row.late ? deadline : start, today },
  };
}

describe.each(table as unknown as Row[])('$title', (row) => {
  test(`gives ${row.gives}`, () => {
    const decision = decideApproval(requestOf(row), (row.votes ?? []).map(voteOf), questionOf(row));
    expect(decision.may ? decision.outcome : decision.why).toBe(row.gives);
    if (decision.may) expect(decision.vote.standsInFor).toBe(row.standsInFor ?? null);
  });
});

const anyRow = fc.record({
  title: fc.constant('any'),
  eyes: fc.constantFrom(2 as const, 3 as const),
  named: fc.boolean(),
  own: fc.boolean(),
  makers: fc.subarray(['bea', 'cia', 'dan']),
  concerned: fc.subarray(['bea', 'cia', 'dan']),
  votes: fc.subarray(['bea', 'cia by agreement']),
  list: fc.subarray(['ann any', 'bea any', 'cia 1000', 'dan for bea to 2026-11-30', 'eva for ann to 2026-11-30']),
  voter: fc.constantFrom('ann', 'bea', 'cia', 'dan', 'eva'),
  gives: fc.constant(''),
});

test('whatever the rule, nobody approves what they proposed, made or are concerned by, nor twice', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const votes = row.votes.map(voteOf);
      const decision = decideApproval(requestOf(row), votes, questionOf(row));
      const barred = ['ann', ...row.makers, ...row.concerned, ...votes.map(({ by }) => by)];
      if (barred.includes(row.voter)) expect(decision.may).toBe(false);
    }),
  );
});

test('approved is only what so many different persons have seen as the rule asks', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const votes = row.votes.map(voteOf);
      const decision = decideApproval(requestOf(row), votes, questionOf(row));
      if (!decision.may || decision.outcome !== 'approved') return;
      const eyes = new Set(['ann', decision.vote.by, ...votes.map(({ by }) => by)]);
      expect(eyes.size).toBeGreaterThanOrEqual(row.eyes);
      if (row.named || row.own) expect([...votes, decision.vote].some(({ releasing }) => releasing)).toBe(true);
    }),
  );
});

test('the deadline changes only what is open', () => {
  for (const state of ['approved', 'refused', 'voided'] as const)
    expect(stateAt({ state, deadline }, deadline)).toBe(state);
  expect(stateAt({ state: 'open', deadline }, deadline.subtract({ nanoseconds: 1 }))).toBe('open');
  expect(stateAt({ state: 'open', deadline }, deadline)).toBe('expired');
});
