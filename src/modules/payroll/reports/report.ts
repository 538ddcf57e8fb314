import type { FileDigest } from '../../../kernel/ids.ts';
import type { Claim } from '../engine/claim.ts';
import type { Day } from '../engine/day.ts';
import type { Line } from '../engine/line.ts';
import type { Fact } from '../facts/fact.ts';
import type { Employee } from '../store/facts.ts';
import type { PayslipRow } from '../store/payslips.ts';
import type { PaidBack } from './recovered.ts';
import type { ReportTerms } from './terms.ts';

/** What a file is for, and of what it is made: one run, or every payment of a month. */
export const reportKinds = {
  'incomes-register': { of: 'run', country: 'AX', media: 'xml', names: true },
  'incomes-register-cancel': { of: 'run', country: 'AX', media: 'xml', names: false },
  agi: { of: 'month', country: 'SE', media: 'xml', names: true },
  'voucher-sie': { of: 'run', country: null, media: 'si', names: false },
  'voucher-csv': { of: 'run', country: null, media: 'csv', names: false },
  pension: { of: 'month', country: null, media: 'csv', names: true },
  union: { of: 'run', country: null, media: 'csv', names: true },
} as const satisfies Record<
  string,
  { of: 'run' | 'month'; country: 'AX' | 'SE' | null; media: string; names: boolean }
>;
export type ReportKind = keyof typeof reportKinds;
/** Those that are made of all whom a run paid; a cancelling is of one person, with the reason. */
export type WholeKind = Exclude<ReportKind, 'incomes-register-cancel'>;
export const wholeKinds = (Object.keys(reportKinds) as ReportKind[]).filter(
  (kind): kind is WholeKind => kind !== 'incomes-register-cancel',
);

/** What a check before a report found. Those that block keep the whole report back, or only the one it names. */
export const problemKinds = {
  'terms-missing': { blocks: 'report' },
  'account-missing': { blocks: 'report' },
  unverified: { blocks: 'report' },
  'sum-differs': { blocks: 'report' },
  structure: { blocks: 'report' },
  'number-missing': { blocks: 'person' },
  'negative-amount': { blocks: 'person' },
  'code-missing': { blocks: 'person' },
  'car-details-missing': { blocks: 'person' },
  'recovery-unverified': { blocks: 'person' },
  nothing: { blocks: 'report' },
} as const satisfies Record<string, { blocks: 'report' | 'person' }>;
export type ProblemKind = keyof typeof problemKinds;
export type Problem = { readonly kind: ProblemKind; readonly employee: string | null; readonly detail: string };

/** One payment to one person as a report reads it. */
export type Paid = {
  readonly employee: Employee;
  readonly facts: readonly Fact[];
  readonly row: PayslipRow;
  readonly lines: readonly Line[];
  /** What later payments have taken back of this month, by line. */
  readonly recoveredLater: readonly Line[];
  /** Claims on what it was too much, and what it books as paid back of claims on earlier ones. */
  readonly claims: readonly Claim[];
  readonly paidBack: readonly PaidBack[];
  /** The payment of an earlier day, where something of it is taken back now. */
  readonly paymentOf: (day: Day) => PayslipRow | undefined;
};

/** What has been reported before of the same. */
export type EarlierEntry = {
  readonly employee: string;
  readonly entry: string;
  readonly version: number;
  readonly digest: string;
  readonly removed: boolean;
};

export type ReportInput = {
  readonly report: string;
  readonly employer: { readonly authority: number; readonly name: string };
  readonly terms: ReportTerms;
  readonly paid: readonly Paid[];
  readonly earlier: ReadonlyMap<string, EarlierEntry>;
  /** Who was away with parental benefit in the month, or was in an earlier declaration; and what that said. */
  readonly absent: readonly { readonly id: string; readonly number: string; readonly days: readonly Day[] }[];
  readonly earlierAbsence: ReadonlyMap<string, EarlierEntry>;
  /** What the earlier entries are of. */
  readonly about: string;
  /** Whose report is cancelled. */
  readonly cancels: string | null;
  /** The identity number of an employee; null when nobody has said who it is. */
  readonly numberOf: (employee: string) => string | null;
  readonly specificationOf: (employee: string) => number;
  readonly period: Day;
  readonly at: Temporal.Instant;
  readonly production: boolean;
};

export type Entry = {
  readonly employee: string;
  readonly about: string;
  readonly entry: string;
  readonly version: number;
  readonly digest: string;
  readonly removed: boolean;
};

/** A file, what it says of whom, and what the checks found. `content` is null when a check keeps it back. */
export type Written = {
  readonly content: Buffer | null;
  readonly rows: number;
  /** In cent or öre: what the file adds up to. */
  readonly total: number;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
};

/** A report as it is kept. */
export type KeptReport = {
  readonly id: string;
  readonly kind: ReportKind;
  readonly run: string | null;
  readonly period: Day;
  /** Whose report of the run is cancelled by it, and why. */
  readonly employee: string | null;
  readonly reason: string | null;
  readonly version: number;
  readonly askedAt: Temporal.Instant;
  readonly askedByName: string;
  readonly state: 'asked' | 'made' | 'refused';
  readonly name: string | null;
  readonly sha256: FileDigest | null;
  readonly size: number | null;
  readonly rows: number | null;
  readonly total: number | null;
  readonly namesProtected: boolean | null;
  readonly problems: readonly Problem[];
  /** When it was sent, or said to have been handed over in another way. */
  readonly handedAt: Temporal.Instant | null;
  readonly handedByName: string | null;
  readonly destination: string | null;
  readonly delivery: string | null;
};

/** A file that a check keeps back. */
export function keptBack(problems: readonly Problem[]): Written {
  return { content: null, rows: 0, total: 0, entries: [], problems };
}

/** Whether the checks keep the whole report back. */
export function isKeptBack(problems: readonly Problem[]): boolean {
  return problems.some(({ kind }) => problemKinds[kind].blocks === 'report');
}
