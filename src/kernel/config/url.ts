import { StartProblem } from '../start-problem.ts';
import type { Environment, Variable } from './variables.ts';

/** @returns null when it is not given */
export function url(env: Environment, name: Variable, protocols: readonly string[]): string | null {
  const given = env[name];
  if (!given) return null;
  if (URL.canParse(given) && protocols.includes(new URL(given).protocol)) return given;
  // The value is not shown: it may hold a password.
  throw new StartProblem(`${name} is not an address that begins with ${protocols[0]}//.`);
}
