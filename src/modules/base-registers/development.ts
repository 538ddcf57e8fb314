import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { InEach } from '../../kernel/texts.ts';

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
/** A register that signs its answers, and says of a part that it could not be asked, can do more wrong. */
export const signedBehaviours = [...behaviours, 'partial', 'altered', 'stranger', 'outdated'] as const;
export type Behaviour = (typeof signedBehaviours)[number];

/** A register of development; one that the environment names is not ours to steer. */
export type DevelopmentRegister = {
  /** In addresses and forms. */
  readonly id: string;
  readonly name: InEach<string>;
  readonly url: string;
  readonly behaviours: readonly Behaviour[];
  /** What its program calls it, when that is several registers. */
  readonly part?: string;
};

const Answer = Type.Object({ mode: Type.Enum([...signedBehaviours]) });
const PATIENCE_MS = 2_000;

/** @returns null when it does not answer */
export async function behaviourOf(register: DevelopmentRegister): Promise<Behaviour | null> {
  const answer = await control(register, { method: 'GET' });
  const own =
    register.part === undefined ? answer : (answer as Readonly<Record<string, unknown>> | null)?.[register.part];
  return Value.Check(Answer, own) ? own.mode : null;
}

export async function behave(register: DevelopmentRegister, mode: Behaviour): Promise<void> {
  const { part } = register;
  await control(register, { method: 'POST', body: JSON.stringify({ ...(part && { register: part }), mode }) });
}

async function control({ url }: DevelopmentRegister, how: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(new URL('/control', url), { ...how, signal: AbortSignal.timeout(PATIENCE_MS) });
    return await response.json();
  } catch {
    return null;
  }
}
