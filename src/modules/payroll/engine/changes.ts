import type { Minor } from './amount.ts';
import { type LineCode, rankOf } from './codes.ts';
import { type Line, sumOf } from './line.ts';
import type { Payslip } from './payslip-input.ts';

export type CauseKind =
  | 'new'
  | 'gone'
  | 'quantity'
  | 'price'
  | 'base'
  | 'rate'
  | 'rule'
  | 'parameter'
  | 'limit'
  | 'correction'
  | 'amount';

/** What changed of a code since the payslip before, and the causes that its lines show; facts named by their paths. */
export type Change = {
  readonly code: LineCode;
  readonly before: Minor;
  readonly now: Minor;
  readonly causes: readonly CauseKind[];
  readonly facts: readonly string[];
};

/** Every code whose sum is not what it was on the payslip before, in the order of the payslip; with the employer's. */
export function changesSince(before: Payslip, now: Payslip): readonly Change[] {
  const [then, today] = [byCode(before), byCode(now)];
  const codes = [...new Set([...then.keys(), ...today.keys()])].sort((a, b) => rankOf(a) - rankOf(b));
  return codes.flatMap((code) => {
    const [old, fresh] = [then.get(code) ?? [], today.get(code) ?? []];
    if (sumOf(old) === sumOf(fresh)) return [];
    const facts = [...new Set([...old, ...fresh].flatMap((line) => line.facts))];
    return [{ code, before: sumOf(old), now: sumOf(fresh), causes: causesOf(old, fresh), facts }];
  });
}

function byCode({ lines, employer }: Payslip): ReadonlyMap<LineCode, readonly Line[]> {
  return Map.groupBy([...lines, ...employer], ({ code }) => code);
}

/** What differs between the lines of a code then and now; the sum of the given amounts when nothing else does. */
function causesOf(before: readonly Line[], now: readonly Line[]): readonly CauseKind[] {
  const corrects = ({ facts }: Line) => facts.includes('ledger');
  const corrected: readonly CauseKind[] = now.some(corrects) || before.some(corrects) ? ['correction'] : [];
  if (before.length === 0) return [...corrected, 'new'];
  if (now.length === 0) return [...corrected, 'gone'];
  const differs = (of: (line: Line) => unknown) => listed(before, of) !== listed(now, of);
  const causes: CauseKind[] = [...corrected];
  if (differs(({ rule }) => rule)) causes.push('rule');
  if (differs(({ parameters }) => parameters)) causes.push('parameter');
  if (differs(({ rate, parts }) => parts?.map((part) => part.rate) ?? rate)) causes.push('rate');
  if (differs(({ quantity }) => quantity)) causes.push('quantity');
  if (differs(({ unitPrice }) => unitPrice)) causes.push('price');
  if (differs(({ base }) => base)) causes.push('base');
  if (differs(({ limit }) => limit)) causes.push('limit');
  return causes.length > 0 ? causes : ['amount'];
}

/** The same for the same lines in any order. */
function listed(lines: readonly Line[], of: (line: Line) => unknown): string {
  return lines
    .map((line) => JSON.stringify(of(line) ?? null))
    .sort()
    .join();
}
