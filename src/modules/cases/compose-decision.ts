import { Refusal } from '../../kernel/refusal.ts';
import { lawText, type ServiceDefinition, type Words } from '../services/index.ts';
import type { Decision, Official } from './action.ts';
import { texts } from './texts/index.ts';

export type DecisionParts = {
  readonly definition: ServiceDefinition;
  /** Of the applicant's language. */
  readonly words: Words;
  /** Refuses law that nobody has verified; else it is marked. */
  readonly isStrict: boolean;
  /** The service's id of the decision. */
  readonly decision: string;
  readonly country: 'SE' | 'AX';
  readonly reasons: string;
  readonly by: Official;
  readonly on: Temporal.PlainDate;
};

/**
 * A decision as the person gets it: what was decided, by which law of the authority's own country, and how it is
 * appealed, in the applicant's language. Written out, so that it stays as it was made.
 * @throws Refusal invalid when the service has no such decision, unavailable when production would cite unverified law
 */
export function composeDecision(parts: DecisionParts): Decision {
  const { definition, words, country } = parts;
  const defined = definition.case.decisions.find(({ id }) => id === parts.decision);
  if (!defined) throw new Refusal('invalid', 'cases.unknown-decision');
  const law = definition.legal.filter((one) => one.country === country && defined.law.includes(one.id));
  const appeals = definition.appeals.filter((one) => one.country === country && defined.appeals.includes(one.id));
  const cited = [...law, ...appeals.filter(({ kind }) => kind !== 'none')];
  if (parts.isStrict && cited.some(({ verified }) => !verified))
    throw new Refusal('unavailable', 'cases.unverified-law');
  const mark = texts[words.language].letter.unverified;
  return {
    id: defined.id,
    outcome: defined.outcome,
    language: words.language,
    heading: words.of(`decision.${defined.id}`),
    meaning: words.of(`decision.${defined.id}.text`),
    reasons: parts.reasons,
    law: law.map((one) => lawText(one, mark)),
    appeal: appeals.map(({ id, kind, law: ids, verified }) => {
      const cited = definition.legal.filter((one) => ids.includes(one.id)).map((one) => lawText(one, mark));
      const notes = [...cited, ...(verified || kind === 'none' ? [] : [mark])];
      return [words.of(`appeal.${id}`), ...(notes.length > 0 ? [`(${notes.join(', ')})`] : [])].join(' ');
    }),
    decidedBy: parts.by.name,
    decidedOn: parts.on.toString(),
  };
}
