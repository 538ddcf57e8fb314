import type { Basis, Question, Reach } from '../../kernel/authority.ts';
import type { ElsewhereFact, Facts } from './facts.ts';
import { type AskedFor, extentOf, type Found, iso, nearer } from './found.ts';
import { covers, levelIncludes, levelOf } from './reach.ts';
import type { No } from './reason.ts';

type Right = NonNullable<ElsewhereFact['right']>;

/** Milliseconds. It is asked for each request; what was said before that is not believed, whoever brings it. */
const SAID_JUST_NOW = 60_000;

function basisOf({ register, checkedAt }: ElsewhereFact, right: Right): Basis {
  const { id, level, evidence } = right;
  return { kind: 'mandate', id, level, source: register, checkedAt: iso(checkedAt), evidence };
}

/** The widest, then by id: the same one in whatever order they come. */
function isBetter(one: Right, than: Right): boolean {
  if (one.level !== than.level) return one.level === 'active';
  return one.id < than.id;
}

/**
 * What other registers' mandates come to. They are mandates like those of this house: they reach so far and no further,
 * rest while the principal has a förvaltare, and let nobody do what is done in person only.
 */
export function byElsewhere(facts: Facts, question: Question, { actor, principal }: AskedFor, at: number): Found {
  const { action, resource } = question;
  const wanted = levelOf[action];
  const paused = facts.personStates.find(({ party, kind }) => party === principal && kind === 'under-forvaltare');
  let best: { readonly fact: ElsewhereFact; readonly right: Right } | null = null;
  let no: No | null = null;
  const reaches: Reach[] = [];
  const stale: string[] = [];
  for (const fact of facts.elsewhere) {
    if (fact.holder !== actor || fact.principal !== principal) continue;
    const { right, register } = fact;
    const covering = right !== null && wanted !== undefined && covers(right.reach, action, resource);
    if (Math.abs(at - fact.checkedAt) > SAID_JUST_NOW) stale.push(register);
    else if (right === null) no = nearer(no, { reason: fact.chooseAgain ? 'choose-again' : 'gone-elsewhere' });
    else if (wanted === undefined) no = nearer(no, { reason: 'only-in-person' });
    else if (!covering) no = nearer(no, { reason: 'not-in-mandate' });
    else if (!levelIncludes(right.level, wanted)) no = nearer(no, { reason: 'passive-only' });
    else if (paused) no = nearer(no, { reason: 'suspended', at: paused.since, covering });
    else {
      if (best === null || isBetter(right, best.right)) best = { fact, right };
      reaches.push(right.reach);
    }
  }
  return { basis: best && basisOf(best.fact, best.right), extent: extentOf(resource, reaches), no, stale };
}
