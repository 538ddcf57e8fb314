import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerJson, bodyOf, endWithParent, listen, ready } from './program.ts';

/** How a register behaves, on demand: as it should, or wrong in each of the ways that are told apart. */
const modes = [
  'ok',
  'slow',
  'down',
  /** Cut off in the middle. */
  'wrong',
  'contradictory',
  /** Everything as it should be, but about somebody else than who was asked about. */
  'another',
  'unknown-type',
  'too-large',
  'not-allowed',
] as const;
type Mode = (typeof modes)[number];

/** Answers to one path; `spoil` makes of a good answer one that contradicts itself, or names an unknown kind. */
export type Answering = {
  answer(number: string): object;
  spoil(answer: object, how: 'contradictory' | 'unknown-type'): object;
};

export type RegisterProgram = {
  readonly paths: Readonly<Record<string, Answering>>;
  /** Changes what the register knows, for tests: `POST /change {"number", "set": {…}}`. */
  change(number: string, set: Readonly<Record<string, unknown>>): boolean;
  /** Back to the data file. */
  reset(): void;
};

const TOO_LARGE = 'x'.repeat(1024 * 1024);
const behaviour: { mode: Mode; delayMs: number } = { mode: 'ok', delayMs: 3_000 };
/** When the data is said to be of; the present when nobody has set it. */
let dataOf: string | null = null;
let questions = 0;

/**
 * A register that speaks HTTP with JSON. A program of its own; `PORT` in the environment (0 or absent takes a free one);
 * prints one line `{"url": "http://…"}` when ready, and ends when its stdin closes.
 *
 *   POST /QUESTION       {"number": "…"}
 *   GET  /control        how it behaves, and how many questions it has been asked
 *   POST /control        {"mode": "ok" | "slow" | "down" | …, "delayMs"?: number, "asOf"?: "2026-01-01T00:00:00Z"}
 *   POST /change         {"number": "…", "set": {…}}
 *   POST /reset          the data file and good behaviour again
 */
export async function serveRegister(program: RegisterProgram): Promise<void> {
  const web = createServer((request, response) => {
    route(program, request, response).catch((error: unknown) => answerJson(response, { error: String(error) }, 500));
  });
  endWithParent();
  const port = await listen(web, Number(process.env.PORT ?? 0));
  ready({ url: `http://127.0.0.1:${port}` });
}

async function route(program: RegisterProgram, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = '/' } = request;
  if (method === 'GET' && url === '/control') return answerJson(response, { ...behaviour, questions });
  if (method !== 'POST') return answerJson(response, { error: 'not found' }, 404);
  const body = JSON.parse((await bodyOf(request)) || '{}') as Record<string, unknown>;
  if (url === '/control') return control(body, response);
  if (url === '/reset') {
    program.reset();
    return control({ mode: 'ok' }, response);
  }
  if (url === '/change') {
    const known = program.change(String(body.number), body.set as Record<string, unknown>);
    return answerJson(response, { known }, known ? 200 : 404);
  }
  const answering = program.paths[url.slice(1)];
  if (!answering) return answerJson(response, { error: 'not found' }, 404);
  await ask(answering, String(body.number), response);
}

function control(wanted: Record<string, unknown>, response: ServerResponse): void {
  const mode = modes.find((one) => one === wanted.mode);
  if (!mode) {
    answerJson(response, { error: 'unknown mode', modes }, 400);
    return;
  }
  behaviour.mode = mode;
  if (typeof wanted.delayMs === 'number') behaviour.delayMs = wanted.delayMs;
  dataOf = typeof wanted.asOf === 'string' ? wanted.asOf : null;
  answerJson(response, behaviour);
}

async function ask({ answer, spoil }: Answering, number: string, response: ServerResponse): Promise<void> {
  questions += 1;
  const { mode, delayMs } = behaviour;
  if (mode === 'down') {
    response.destroy();
    return;
  }
  if (mode === 'not-allowed') return answerJson(response, { error: 'not allowed' }, 403);
  if (mode === 'slow') await wait(delayMs);
  const good = { asOf: dataOf ?? new Date().toISOString(), about: number, ...answer(number) };
  if (mode === 'another') return answerJson(response, { ...good, about: '010190-900P' });
  if (mode === 'contradictory' || mode === 'unknown-type') return answerJson(response, spoil(good, mode));
  if (mode === 'too-large') return answerJson(response, { ...good, padding: TOO_LARGE });
  if (mode === 'wrong') {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(good).slice(0, -10));
    return;
  }
  answerJson(response, good);
}
