import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { StartProblem } from '../kernel/start-problem.ts';

const SHORTEST = 12;

/**
 * The passphrase of a backup: from ALLMANNING_PASSPHRASE, or asked for without showing it.
 * @param again asks twice: a passphrase that was mistyped would seal the backup for ever
 */
export async function passphrase({ again }: { readonly again: boolean }): Promise<string> {
  const given = process.env.ALLMANNING_PASSPHRASE;
  const phrase = given ?? (await ask('Passphrase: '));
  if (phrase.length < SHORTEST) throw new StartProblem(`The passphrase is too short: at least ${SHORTEST} characters.`);
  if (given === undefined && again && (await ask('The same again: ')) !== phrase) {
    throw new StartProblem('The two passphrases are not the same.');
  }
  return phrase;
}

function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new StartProblem('There is no terminal to ask for the passphrase: set ALLMANNING_PASSPHRASE.');
  }
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => {
      lines.close();
      process.stderr.write('\n');
      reject(new StartProblem('Nothing was done.'));
    });
    lines.question('', (answer) => {
      lines.close();
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}
