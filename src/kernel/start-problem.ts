/**
 * Why the program can not start or a command can not be done, in one sentence for the person at the terminal: what is
 * wrong, and what to do. The commands print it without a stack and end with exit code 1.
 */
export class StartProblem extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'StartProblem';
  }
}
