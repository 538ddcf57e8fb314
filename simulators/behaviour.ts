import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerJson, bodyOf } from './program.ts';

/** How a case system behaves, on demand: as it should, or wrong in each of the ways that are told apart. */
const modes = [
  'ok',
  'slow',
  'down',
  /** Cut off in the middle. */
  'wrong',
  /** A part of it could not be asked. */
  'partial',
  /** Everything as it should be, but about somebody else than who was asked about. */
  'another',
  'unknown-type',
  'contradictory',
  'too-large',
  'not-allowed',
  /** Something in it has not happened yet. */
  'ahead',
  /** Something in it is written by other clocks than agreed. */
  'wrong-offset',
  /** Asked for one case, it tells of others too. */
  'other-case',
  /** What things are called can not be asked, the rest can. */
  'no-catalogue',
] as const;
type Mode = (typeof modes)[number];

export type Behaviour = { readonly mode: Mode; readonly delayMs: number };

const behaviour: { mode: Mode; delayMs: number } = { mode: 'ok', delayMs: 2_000 };
let questions = 0;

/** `GET /control` and `POST /control {"mode": …, "delayMs"?: number}`. @returns whether it was one of them */
export async function control(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  if (request.url !== '/control') return false;
  if (request.method === 'POST') {
    const wanted = JSON.parse(await bodyOf(request)) as Partial<Behaviour>;
    const mode = modes.find((one) => one === wanted.mode);
    if (!mode) {
      answerJson(response, { error: 'unknown mode', modes }, 400);
      return true;
    }
    behaviour.mode = mode;
    if (typeof wanted.delayMs === 'number') behaviour.delayMs = wanted.delayMs;
  }
  answerJson(response, { ...behaviour, questions });
  return true;
}

/** What all systems do alike when they misbehave. @returns the mode for the rest, null when it has been answered */
export async function misbehave(response: ServerResponse): Promise<Mode | null> {
  questions += 1;
  const { mode, delayMs } = behaviour;
  if (mode === 'slow') await wait(delayMs);
  if (mode === 'down') response.destroy();
  else if (mode === 'not-allowed') answerJson(response, { message: 'not allowed' }, 403);
  else if (mode === 'wrong') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"kundhandelser": [{"part":');
  } else return mode;
  return null;
}

export const tooLarge = 'x'.repeat(3 * 1024 * 1024);
