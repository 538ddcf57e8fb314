import { type Change, changesSince } from '../engine/changes.ts';
import { codeOf } from '../engine/codes.ts';
import type { Line } from '../engine/line.ts';
import type { PayslipView } from '../read-pay.ts';

/** What a month's lines are, against the payslip before; null when there is none. */
export type Compared = { readonly view: PayslipView; readonly changes: readonly Change[] | null };

export function isEmployers({ code }: Line): boolean {
  return codeOf(code).side === 'employer';
}

export function compare(view: PayslipView, before: PayslipView | undefined): Compared {
  return { view, changes: before ? changesSince(wholeOf(before), wholeOf(view)) : null };
}

function wholeOf({ lines, row }: PayslipView) {
  return {
    lines: lines.filter((line) => !isEmployers(line)),
    employer: lines.filter(isEmployers),
    gross: Number(row.gross),
    net: Number(row.net),
  };
}

/** Each line with what changed of its code, said once: beside the first line of the code. */
export function withChanges(
  lines: readonly Line[],
  changes: readonly Change[],
): readonly { readonly line: Line; readonly change: Change | undefined }[] {
  const told = new Set<string>();
  return lines.map((line) => {
    const change = told.has(line.code) ? undefined : changes.find(({ code }) => code === line.code);
    told.add(line.code);
    return { line, change };
  });
}

/** What was there last time and is no longer: no line of today tells it. */
export function goneOf({ view, changes }: Compared): readonly Change[] {
  const here = new Set(view.lines.map(({ code }) => code));
  return (changes ?? []).filter(({ code }) => !here.has(code));
}
