import type { Country, LegalReference, Retention, ServiceDefinition } from './format/definition.ts';

/** The authority's own decision on how long its cases are kept (gallringsbeslut, arkivplan). */
export type OwnRetention = {
  readonly years: number;
  /** Which decision: who decided, and its number or paragraph. */
  readonly decision: string;
  /** `2026-03-14` */
  readonly decidedOn: string;
};

/** Something in a definition that nobody has checked against its source: a paragraph, a way to appeal, a figure. */
export type Unverified = {
  readonly kind: 'law' | 'appeal' | 'figure';
  readonly id: string;
  /** The citation; for a figure the key of its name, `setting.maxFee`. */
  readonly what: string;
  readonly source: string;
};

/** Why a service is not offered by an authority. */
export type Hindrance = Unverified | { readonly kind: 'retention' };

/**
 * What is said about the law of one country and has not been verified. An appeal of the kind `none` says nothing about
 * law: it stands with an answer that is no decision. How long cases are kept is no law but the authority's own decision.
 */
export function unverifiedIn(definition: ServiceDefinition, country: Country): readonly Unverified[] {
  const here = (one: { readonly country: Country; readonly verified: boolean }) =>
    one.country === country && !one.verified;
  const citations = (ids: readonly string[]) =>
    definition.legal.filter(({ id }) => ids.includes(id)).map(({ citation }) => citation);
  return [
    ...definition.legal
      .filter(here)
      .map(({ id, citation, source }) => ({ kind: 'law', id, what: citation, source }) as const),
    ...definition.appeals
      .filter((appeal) => appeal.kind !== 'none' && here(appeal))
      .map(({ id, law }) => ({ kind: 'appeal', id, what: citations(law).join(', ') || id, source: '' }) as const),
    ...Object.entries(definition.defaults[country])
      .filter(([, { verified }]) => !verified)
      .map(([id, { source }]) => ({ kind: 'figure', id, what: `setting.${id}`, source }) as const),
  ];
}

export type Offer = {
  readonly definition: ServiceDefinition;
  readonly retention: OwnRetention | null;
  /** Production has used this installation: nothing unverified is offered. */
  readonly isStrict: boolean;
};

/**
 * The one rule: in production an authority offers a service when all that it says about the law of its country is
 * verified, and when the authority has decided how long its cases are kept. Elsewhere it is offered, and marked.
 */
export function hindrancesOf({ definition, retention, isStrict }: Offer, country: Country): readonly Hindrance[] {
  if (!isStrict) return [];
  return [...unverifiedIn(definition, country), ...(retention ? [] : [{ kind: 'retention' } as const])];
}

/** How long a case is kept: by the authority's decision, else by the service's proposal, which is said to be one. */
export function retentionOf({ definition, retention: own }: Pick<Offer, 'definition' | 'retention'>): Retention {
  const proposed = definition.case.retention;
  if (!own) return { ...proposed, verified: false };
  return { ...proposed, years: own.years, source: `${own.decision}, ${own.decidedOn}`, verified: true };
}

/** A citation as it is shown; one that nobody has checked says so. */
export function lawText({ citation, verified }: Pick<LegalReference, 'citation' | 'verified'>, mark: string): string {
  return verified ? citation : `${citation} (${mark})`;
}
