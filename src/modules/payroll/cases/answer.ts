import { writeAmount, writeDecimal, writeFine, writePercent } from '../engine/amount.ts';
import type { Line } from '../engine/line.ts';
import type { Payslip } from '../engine/payslip-input.ts';
import { parameterOf, type RuleBook } from '../engine/rule-book.ts';
import { rules } from '../engine/rules.ts';

/** A base with its own rate, where a limit lies between. */
type WrittenPart = { readonly base: string; readonly rate: string };

export type WrittenLine = {
  readonly code: string;
  readonly quantity: string | null;
  /** What the rate is taken of; for a quantity its unit price. */
  readonly base: string | null;
  /** Percent; null where there is none, or several (`parts`). */
  readonly rate: string | null;
  readonly parts?: readonly WrittenPart[];
  readonly amount: string;
  readonly rule: string;
  readonly source: string;
  readonly verified: boolean;
};

export type WrittenEmployerLine = Pick<WrittenLine, 'code' | 'base' | 'rate' | 'parts' | 'amount'>;

/** A calculated case as the command writes it: amounts are decimal numbers in text. */
export type Answer = {
  readonly id: string;
  readonly lines: readonly WrittenLine[];
  readonly gross: string;
  readonly net: string;
  readonly employer: readonly WrittenEmployerLine[];
};

export function answerOf(book: RuleBook, id: string, payslip: Payslip): Answer {
  return {
    id,
    lines: payslip.lines.map((line) => writtenLine(book, line)),
    gross: writeAmount(payslip.gross),
    net: writeAmount(payslip.net),
    employer: payslip.employer.map(employerLine),
  };
}

function writtenLine(book: RuleBook, line: Line): WrittenLine {
  return {
    code: line.code,
    quantity: line.quantity === null ? null : writeFine(line.quantity),
    base:
      line.unitPrice === null
        ? line.base === null
          ? null
          : writeAmount(line.base)
        : writeDecimal(line.unitPrice, 6, 2),
    rate: line.rate === null ? null : writePercent(line.rate),
    ...partsOf(line),
    amount: writeAmount(line.amount),
    rule: line.rule,
    source: sourceOf(book, line),
    verified: line.verified,
  };
}

function employerLine(line: Line): WrittenEmployerLine {
  return {
    code: line.code.replace('employer-', ''),
    base: line.base === null ? null : writeAmount(line.base),
    rate: line.rate === null ? null : writePercent(line.rate),
    ...partsOf(line),
    amount: writeAmount(line.amount),
  };
}

function partsOf({ parts }: Line): { readonly parts?: readonly WrittenPart[] } {
  return parts === null
    ? {}
    : { parts: parts.map(({ base, rate }) => ({ base: writeAmount(base), rate: writePercent(rate) })) };
}

/** The law or agreement, and where the figures are from. */
function sourceOf(book: RuleBook, line: Line): string {
  const figures = line.parameters.flatMap((ref) => parameterOf(book, ref)?.source ?? []);
  return [rules[line.rule].source, ...new Set(figures)].join('; ');
}
