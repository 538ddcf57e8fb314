import type { Assurance } from '../../kernel/authority.ts';
import type { MayAct } from '../../kernel/scope.ts';
import { decide } from './decide.ts';
import { factsOfNobody } from './facts.ts';

/**
 * Answers the one question of authority for the whole house. Facts beside the actor's own roles (mandates, guardians,
 * signatories) are loaded here when they exist; `decide` stays pure.
 */
export function mayActBy(officialAssurance: Assurance): MayAct {
  return async (_scope, question) => decide(factsOfNobody(officialAssurance), question);
}
