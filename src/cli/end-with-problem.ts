import { leave } from '../kernel/leave.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { StartProblem } from '../kernel/start-problem.ts';

const ofTheDisk = {
  EACCES: 'this user may not read or write it',
  EPERM: 'this user may not change it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is no folder',
} as const;

/** One sentence for what a person can mend; everything for a defect. Exit code 1 either way. */
export function endWithProblem(error: unknown): void {
  process.stderr.write(`${wordsFor(error)}\n`, () => leave(1));
}

function wordsFor(error: unknown): string {
  if (error instanceof StartProblem || isRefusal(error)) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (path && code && code in ofTheDisk) {
    return `${path} can not be used: ${ofTheDisk[code as keyof typeof ofTheDisk]}. Mend that, or choose another place with DATA_FOLDER.`;
  }
  return error.stack ?? error.message;
}
