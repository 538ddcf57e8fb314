import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerJson } from './program.ts';

/** How a register of mandates behaves, on demand: as it should, or wrong in each of the ways that are told apart. */
const modes = [
  'ok',
  'slow',
  'down',
  /** Cut off in the middle. */
  'wrong',
  'contradictory',
  /** A part of it could not be asked; what tells of that is answered so, the rest as it should. */
  'partial',
  /** Everything as it should be, but about somebody else than who was asked about. */
  'another',
  'unknown-type',
  'too-large',
  'not-allowed',
  /** Changed after it was signed. */
  'altered',
  /** Signed, but by another's key that calls itself by the same name. */
  'stranger',
  /** Signed an hour ago. */
  'outdated',
] as const;
export type Mode = (typeof modes)[number];

export const registers = ['mina-ombud', 'suomi-fi'] as const;
export type Register = (typeof registers)[number];

const behaviour: Record<Register, { mode: Mode; delayMs: number; questions: number }> = {
  'mina-ombud': { mode: 'ok', delayMs: 3_000, questions: 0 },
  'suomi-fi': { mode: 'ok', delayMs: 3_000, questions: 0 },
};

/** `{"register": "mina-ombud" | "suomi-fi", "mode": …, "delayMs"?: number}` */
export function setBehaviour(wanted: Readonly<Record<string, unknown>>): boolean {
  const register = registers.find((one) => one === wanted.register);
  const mode = modes.find((one) => one === wanted.mode);
  if (!register || !mode) return false;
  behaviour[register].mode = mode;
  if (typeof wanted.delayMs === 'number') behaviour[register].delayMs = wanted.delayMs;
  return true;
}

export function behaviours(): typeof behaviour {
  return behaviour;
}

export function behaveWell(): void {
  for (const register of registers) Object.assign(behaviour[register], { mode: 'ok', questions: 0 });
}

/** What both do alike when they misbehave. @returns the mode for the rest, null when it has been answered */
export async function misbehave(register: Register, response: ServerResponse): Promise<Mode | null> {
  const how = behaviour[register];
  how.questions += 1;
  if (how.mode === 'slow') await wait(how.delayMs);
  if (how.mode === 'down') response.destroy();
  else if (how.mode === 'not-allowed') answerJson(response, { message: 'not allowed' }, 403);
  else if (how.mode === 'wrong') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"kontext": [{"tredjeman":');
  } else if (how.mode === 'too-large') {
    answerJson(response, { kontext: [], result: 'DISALLOWED', padding: 'x'.repeat(1024 * 1024) });
  } else return how.mode;
  return null;
}
