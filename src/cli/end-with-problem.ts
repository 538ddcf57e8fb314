import { isRefusal } from '../kernel/refusal.ts';
import { StartProblem } from '../kernel/start-problem.ts';

/** One sentence for what a person can mend; everything for a defect. Exit code 1 either way. */
export function endWithProblem(error: unknown): void {
  const expected = error instanceof StartProblem || isRefusal(error);
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`, () =>
    process.exit(1),
  );
}
