import type { NamedPerson } from './registered-person.ts';

/** God man helps with the person's consent, förvaltare also decides in their place (föräldrabalken 11 kap. 4 and 7 §§). */
export const guardianshipKinds = ['god-man', 'forvaltare'] as const;
export type GuardianshipKind = (typeof guardianshipKinds)[number];

/** Förvalta egendom, bevaka rätt, sörja för person (föräldrabalken 11 kap. 4 §). */
export const guardianshipScopes = ['property', 'rights', 'person'] as const;
export type GuardianshipScope = (typeof guardianshipScopes)[number];

/** One person who acts for another by a court's or a chief guardian's decision. Days are inclusive. */
export type Guardianship = {
  readonly kind: GuardianshipKind;
  readonly principal: NamedPerson;
  readonly guardian: NamedPerson;
  readonly scope: readonly GuardianshipScope[];
  readonly from: Temporal.PlainDate;
  /** Null: until further notice. */
  readonly to: Temporal.PlainDate | null;
};
