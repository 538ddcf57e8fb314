import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '../src/kernel/project-root.ts';

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

const compiled = join(projectRoot, 'node_modules/.cache/node');

/** A program that was started by a test, with what it has said so far. */
export type Program = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  said(): string;
};

/** Nothing of the environment that the tests run in, but what a shell has; and what has been compiled, as `npm start` has it. */
function runProgram(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Program {
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, out, err }));
  return { child, ended, said: () => out + err };
}

export function runServer(env: Readonly<Record<string, string>>): Program {
  return runProgram(process.execPath, [join(projectRoot, 'dist/src/main.js')], env);
}

export function runCommand(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  return runProgram(join(projectRoot, 'bin/allmanning'), args, env).ended;
}

/** @throws Error with what the program has said, when it ends or does not answer within four minutes */
export async function untilHealthy(program: Program, port: number): Promise<void> {
  for (const end = performance.now() + 240_000; performance.now() < end; await wait(50)) {
    if (program.child.exitCode !== null) break;
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`the server does not answer:\n${program.said()}`);
}
