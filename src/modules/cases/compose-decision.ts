import { Refusal } from '../../kernel/refusal.ts';
import type { ServiceDefinition, Words } from '../services/index.ts';
import type { Decision, Official } from './action.ts';

export type DecisionParts = {
  readonly definition: ServiceDefinition;
  /** Of the applicant's language. */
  readonly words: Words;
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
 * @throws Refusal invalid when the service has no such decision
 */
export function composeDecision(parts: DecisionParts): Decision {
  const { definition, words, country } = parts;
  const defined = definition.case.decisions.find(({ id }) => id === parts.decision);
  if (!defined) throw new Refusal('invalid', 'cases.unknown-decision');
  const law = definition.legal.filter((one) => one.country === country && defined.law.includes(one.id));
  const appeals = definition.appeals.filter((one) => one.country === country && defined.appeals.includes(one.id));
  return {
    id: defined.id,
    outcome: defined.outcome,
    language: words.language,
    heading: words.of(`decision.${defined.id}`),
    meaning: words.of(`decision.${defined.id}.text`),
    reasons: parts.reasons,
    law: law.map(({ citation }) => citation),
    appeal: appeals.map(({ id, law: ids }) => {
      const cited = definition.legal.filter((one) => ids.includes(one.id)).map(({ citation }) => citation);
      return [words.of(`appeal.${id}`), ...(cited.length > 0 ? [`(${cited.join(', ')})`] : [])].join(' ');
    }),
    decidedBy: parts.by.name,
    decidedOn: parts.on.toString(),
  };
}
