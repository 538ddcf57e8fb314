/** One command of `bin/allmanning`. */
export type Command = {
  /** As it is written: `backup FILE`. */
  readonly usage: string;
  /** In the list of commands. */
  readonly summary: string;
  /** What `--help` says beside. */
  readonly help: string;
  /** @param args what stands after the command's name */
  run(args: readonly string[]): Promise<void>;
};

/** What the person may do now that the command line can not be understood. */
export class UsageProblem extends Error {}

/** The arguments by position, as many as the usage names. */
export function positions(args: readonly string[], count: number): readonly string[] {
  if (args.length === count && args.every((arg) => !arg.startsWith('-'))) return args;
  throw new UsageProblem();
}

/** Progress goes to stderr, results to stdout. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function result(line: string): void {
  process.stdout.write(`${line}\n`);
}
