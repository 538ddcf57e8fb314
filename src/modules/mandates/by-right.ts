import type { Answer, Basis, Question, Reach } from '../../kernel/authority.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { byElsewhere } from './by-elsewhere.ts';
import { explainNo, explainUnknown, explainYes } from './explain.ts';
import type { Facts, MandateFact, RegisterRight } from './facts.ts';
import { type AskedFor, extentOf, type Found, iso, nearer, together } from './found.ts';
import { isTrusted } from './heard.ts';
import { covers, levelIncludes, levelOf } from './reach.ts';
import type { No } from './reason.ts';
import { standingOf } from './standing.ts';

function mandateBasis(mandate: MandateFact, at: number): Basis {
  return {
    kind: 'mandate',
    id: mandate.id,
    level: mandate.level,
    valid: { from: iso(mandate.from), until: iso(mandate.until) },
    source: 'mandates',
    checkedAt: iso(at),
    ...(mandate.evidence === null ? {} : { evidence: mandate.evidence }),
  };
}

/** The widest, then the longest, then by id: the same one in whatever order they come. */
function isBetter(one: MandateFact, than: MandateFact): boolean {
  if (one.level !== than.level) return one.level === 'active';
  if (one.until !== than.until) return one.until > than.until;
  return one.id < than.id;
}

function byMandates(facts: Facts, question: Question, { actor, principal }: AskedFor, at: number): Found {
  const { action, resource } = question;
  const wanted = levelOf[action];
  const paused = facts.personStates.find(({ party, kind }) => party === principal && kind === 'under-forvaltare');
  let best: MandateFact | null = null;
  let no: No | null = null;
  const reaches: Reach[] = [];
  for (const mandate of facts.mandates) {
    if (!mandate.holders.includes(actor) || !mandate.grantors.includes(principal)) continue;
    const covering = wanted !== undefined && covers(mandate.reach, action, resource);
    const standing = standingOf(mandate, principal, at, facts.mandates);
    if (standing) no = nearer(no, { reason: standing.why, at: standing.at, covering });
    else if (wanted === undefined) no = nearer(no, { reason: 'only-in-person' });
    else if (!covering) no = nearer(no, { reason: 'not-in-mandate' });
    else if (!levelIncludes(mandate.level, wanted)) no = nearer(no, { reason: 'passive-only' });
    else if (paused) no = nearer(no, { reason: 'suspended', at: paused.since, covering });
    else {
      if (best === null || isBetter(mandate, best)) best = mandate;
      reaches.push(mandate.reach);
    }
  }
  return { basis: best && mandateBasis(best, at), extent: extentOf(resource, reaches), no, stale: [] };
}

function whyNotBy(right: RegisterRight, action: Question['action'], at: number): No | null {
  if (right.from !== null && right.from > at) return { reason: 'upcoming', at: right.from };
  if (right.until !== null && right.until <= at) return { reason: 'ended', at: right.until };
  if (right.rests !== null) return { reason: right.rests === 'protected' ? 'child-protected' : 'disagreeing' };
  if (!right.alone) return { reason: 'jointly' };
  const isInMatters = right.duties === null || right.duties.includes('rights');
  if (!isInMatters) return { reason: 'other-duties' };
  // Who looks after another's matters does not give the task away: a guardian for an adult may not issue a mandate.
  if (action === 'mandate.issue' && right.duties !== null) return { reason: 'only-in-person' };
  return null;
}

function byRegisters(facts: Facts, { action }: Question, { actor, principal }: AskedFor, at: number): Found {
  let best: RegisterRight | null = null;
  let no: No | null = null;
  const stale: string[] = [];
  for (const right of facts.registerRights) {
    if (right.actor !== actor || right.principal !== principal) continue;
    const why = whyNotBy(right, action, at);
    if (why) no = nearer(no, why);
    else if (!isTrusted(right.checkedAt, at)) stale.push(right.source);
    else if (best === null || right.kind < best.kind || (right.kind === best.kind && right.id < best.id)) best = right;
  }
  const basis: Basis | null = best && {
    kind: best.kind,
    id: best.id,
    level: 'active',
    ...(best.from === null
      ? {}
      : { valid: { from: iso(best.from), until: best.until === null ? null : iso(best.until) } }),
    ...{ source: best.source, checkedAt: iso(best.checkedAt), evidence: best.evidence },
  };
  return { basis, extent: 'whole', no, stale };
}

/** What no right helps against: the person, or the organisation, is not there to be acted for. */
function gone(facts: Facts, principal: PartyId): No | null {
  let found: No | null = null;
  for (const { party, kind, since } of facts.personStates) {
    if (party !== principal || kind === 'under-forvaltare') continue;
    if (found === null || kind < found.reason) found = { reason: kind, at: since };
  }
  return found;
}

function isDead(facts: Facts, actor: PartyId): boolean {
  return facts.personStates.some(({ party, kind }) => party === actor && kind === 'dead');
}

function answerNo(no: No, obligations: Answer['obligations'] = []): Answer {
  return {
    decision: 'no',
    basis: [],
    extent: [],
    obligations,
    unavailableSources: [],
    explanation: explainNo(no),
  };
}

/**
 * May somebody act for another: by a mandate of this house or of another register, or by a right that a register knows of. Each right stands by itself, so one
 * more never takes another away; what is known of the principal comes before them all. A source that is silent makes the
 * answer unknown only when nothing else gives a yes, and it could.
 * @param weak when the actor has signed in too weakly for this
 */
export function byRight(facts: Facts, question: Question, askedFor: AskedFor, weak: No | null): Answer {
  const at = question.at.epochMilliseconds;
  const mandates = byMandates(facts, question, askedFor, at);
  const registers = byRegisters(facts, question, askedFor, at);
  const elsewhere = byElsewhere(facts, question, askedFor, at);
  const all = [registers, mandates, elsewhere];
  const basis = registers.basis ?? mandates.basis ?? elsewhere.basis;
  const stale = all.flatMap((one) => one.stale);
  const isRelated = basis !== null || stale.length > 0 || all.some((one) => one.no !== null);
  if (isDead(facts, askedFor.actor)) return answerNo({ reason: isRelated ? 'holder-dead' : 'not-yours' });
  // Of a stranger nothing is told, not even that they live.
  const over = gone(facts, askedFor.principal);
  if (over) return answerNo(isRelated ? over : { reason: 'not-yours' });
  if (weak && isRelated) {
    return answerNo(weak, weak.minimum ? [{ kind: 'minimum-assurance', assurance: weak.minimum }] : []);
  }
  if (basis) {
    return {
      decision: 'yes',
      basis: [basis],
      extent: registers.basis ? 'whole' : together(mandates.extent, elsewhere.extent),
      obligations: question.resource.assurance
        ? [{ kind: 'minimum-assurance', assurance: question.resource.assurance }]
        : [],
      unavailableSources: [],
      explanation: explainYes(basis),
    };
  }
  const silent = facts.silentSources.filter((one) => one.of === facts.principalKind).map(({ source }) => source);
  const unavailableSources = [...new Set([...stale, ...silent])].sort();
  if (unavailableSources.length > 0) {
    return {
      decision: 'unknown',
      basis: [],
      extent: [],
      obligations: [],
      unavailableSources,
      explanation: explainUnknown(unavailableSources),
    };
  }
  let no: No | null = null;
  for (const one of all) if (one.no) no = nearer(no, one.no);
  return answerNo(no ?? { reason: 'not-yours' });
}
