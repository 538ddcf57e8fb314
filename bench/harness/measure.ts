import { execFileSync } from 'node:child_process';

/** What a bench answers; printed as one line of JSON with `--json`. */
export type BenchResult = {
  readonly bench: string;
  /** The median of five rounds, in `unit`. */
  readonly value: number;
  readonly unit: string;
  /** The same of the reference, measured in turn; null where there is none. */
  readonly reference: number | null;
  readonly ratio: number | null;
  readonly p99_ms: number | null;
  readonly rss_mb: number;
  readonly rows: number;
  readonly commit: string;
};

export type Bench = {
  /** What is measured against what, in one sentence. */
  readonly says: string;
  run(tell: (line: string) => void): Promise<BenchResult>;
};

export type Round = { readonly perSecond: number; readonly p99: number };

const ROUNDS = 10; // A B A B A B A B A B: five of each

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

export function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}

export function megabytes(): number {
  return Math.round(process.memoryUsage.rss() / 1024 / 1024);
}

/** One round: `workers` do `work` again and again for `milliseconds`. */
export async function round(workers: number, milliseconds: number, work: (n: number) => Promise<void>): Promise<Round> {
  const times: number[] = [];
  const start = performance.now();
  const end = start + milliseconds;
  await Promise.all(
    Array.from({ length: workers }, async (_none, worker) => {
      for (let n = worker; performance.now() < end; n += workers) {
        const before = performance.now();
        await work(n);
        times.push(performance.now() - before);
      }
    }),
  );
  return { perSecond: (times.length * 1000) / (performance.now() - start), p99: percentile(times, 0.99) };
}

/** The measured thing and its reference in turn, after a warm-up of each: medians of five. */
export async function inTurn(
  tell: (line: string) => void,
  measured: () => Promise<Round>,
  reference: () => Promise<Round>,
): Promise<{ value: number; reference: number; ratio: number; p99: number }> {
  await measured();
  await reference();
  const ours: Round[] = [];
  const theirs: Round[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const own = n % 2 === 0;
    const result = await (own ? measured() : reference());
    (own ? ours : theirs).push(result);
    tell(`${own ? 'measured ' : 'reference'} ${Math.round(result.perSecond)}/s, p99 ${result.p99.toFixed(2)} ms`);
  }
  const value = median(ours.map((r) => r.perSecond));
  const other = median(theirs.map((r) => r.perSecond));
  return { value, reference: other, ratio: value / other, p99: median(ours.map((r) => r.p99)) };
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
