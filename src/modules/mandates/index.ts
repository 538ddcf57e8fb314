import type { Assurance, Question } from '../../kernel/authority.ts';
import type { MayAct, Scope } from '../../kernel/scope.ts';
import { decide } from './decide.ts';
import { type Facts, factsOfNobody } from './facts.ts';
import { loadFacts } from './store.ts';

/**
 * Answers the one question of authority for the whole house. What lets somebody act for another is loaded for each
 * question, so that a mandate that is revoked is revoked for every page, API and open session; `decide` stays pure.
 */
export function mayActBy(officialAssurance: Assurance): MayAct {
  const own = factsOfNobody(officialAssurance);
  return async (scope, question) =>
    decide(actsForAnother(question) ? await factsFor(scope, question, own) : own, question);
}

function actsForAnother({ actor, principal }: Question): boolean {
  return actor.kind === 'person' && principal !== undefined && principal !== actor.party;
}

async function factsFor(scope: Scope, { actor, principal, at }: Question, own: Facts): Promise<Facts> {
  if (actor.kind !== 'person' || principal === undefined) return own;
  const known = await scope.read((tx) => loadFacts(tx, actor.party, principal, at));
  return {
    ...own,
    mandates: known.mandates,
    registerRights: known.rights,
    personStates: known.states,
    principalKind: known.kind,
  };
}
