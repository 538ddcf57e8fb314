import { Refusal } from '../../kernel/refusal.ts';
import type { IntakeTarget } from './target.ts';

/** @throws Refusal not-found when this house has no such target */
export function targetNamed(targets: readonly IntakeTarget[], name: string): IntakeTarget {
  const found = targets.find((target) => target.name === name);
  if (!found) throw new Refusal('not-found', 'intake.target.unknown', { name });
  return found;
}
