import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { RegisterName } from './ports.ts';

/** How a register of development can be made to behave: as it should, or wrong in each way that is told apart. */
export const behaviours = [
  'ok',
  'slow',
  'down',
  'wrong',
  'contradictory',
  'another',
  'unknown-type',
  'too-large',
  'not-allowed',
] as const;
export type Behaviour = (typeof behaviours)[number];

/** Where the registers of development are; one that the environment names is not ours to steer. */
export type DevelopmentRegisters = Readonly<Partial<Record<RegisterName, string>>>;

const Answer = Type.Object({ mode: Type.Enum([...behaviours]) });
const PATIENCE_MS = 2_000;

/** @returns null when it does not answer */
export async function behaviourOf(url: string): Promise<Behaviour | null> {
  return control(url, { method: 'GET' });
}

/** @returns null when it does not answer */
export async function behave(url: string, mode: Behaviour): Promise<Behaviour | null> {
  return control(url, { method: 'POST', body: JSON.stringify({ mode }) });
}

async function control(url: string, how: RequestInit): Promise<Behaviour | null> {
  try {
    const response = await fetch(new URL('/control', url), { ...how, signal: AbortSignal.timeout(PATIENCE_MS) });
    return Value.Parse(Answer, await response.json()).mode;
  } catch {
    return null;
  }
}
