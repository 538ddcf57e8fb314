import type { NamedPerson } from './registered-person.ts';

export const organisationForms = [
  'limited-company',
  'economic-association',
  'non-profit-association',
  'foundation',
  'general-partnership',
  'limited-partnership',
  'housing-company',
] as const;
export type OrganisationForm = (typeof organisationForms)[number];

export const organisationStatuses = ['active', 'liquidation', 'bankruptcy', 'dissolved'] as const;
export type OrganisationStatus = (typeof organisationStatuses)[number];

export const signatoryRoles = ['chair', 'board-member', 'managing-director', 'partner', 'signatory'] as const;
export type SignatoryRole = (typeof signatoryRoles)[number];

export type Signatory = NamedPerson & { readonly role: SignatoryRole };

/** One way to sign for the organisation: all of these together, or so many of those. */
export type SigningAlternative =
  | { readonly everyoneOf: readonly string[] }
  | { readonly anyOf: readonly string[]; readonly count: number };

/**
 * An organisation as the company register knows it. The signing rule (firmateckning) is a list of alternatives of which
 * one is enough; an empty list lets nobody sign.
 */
export type RegisteredOrganisation = {
  readonly number: string;
  readonly name: string;
  readonly form: OrganisationForm;
  readonly status: OrganisationStatus;
  readonly dissolvedOn: Temporal.PlainDate | null;
  readonly signatories: readonly Signatory[];
  readonly signingRule: readonly SigningAlternative[];
};

export type Participation = 'alone' | 'together' | 'not';

/** Whether a person signs for the organisation alone, only together with others, or not at all. */
export function participationOf(organisation: RegisteredOrganisation, number: string): Participation {
  let together = false;
  for (const alternative of organisation.signingRule) {
    const numbers = 'count' in alternative ? alternative.anyOf : alternative.everyoneOf;
    if (!numbers.includes(number)) continue;
    const needed = 'count' in alternative ? alternative.count : alternative.everyoneOf.length;
    if (needed === 1) return 'alone';
    together = true;
  }
  return together ? 'together' : 'not';
}
