/**
 * A number that says who somebody is, checked and in its one written form. Kinds by their names in law:
 * personnummer and samordningsnummer (folkbokföringslag 1991:481, 18-18 a §§; lag 2022:1697), organisationsnummer
 * (lag 1974:174), personbeteckning or henkilötunnus (FFS 661/2009, 11 §), FO-nummer or Y-tunnus (FFS 244/2001, 9 §).
 * `isTest`: from a range published for tests, never given to a person.
 */
export type PersonNumber =
  /** `value` is twelve digits, `199001012391`. */
  | (Checked<'personnummer', 'SE'> & { readonly born: Temporal.PlainDate })
  /** `value` is twelve digits with 60 added to the day. */
  | (Checked<'samordningsnummer', 'SE'> & { readonly born: Temporal.PlainDate })
  /** `value` is eleven characters in upper case with its separator, `010190-900P`. */
  | (Checked<'personbeteckning', 'FI'> & { readonly born: Temporal.PlainDate });

export type OrganisationNumber =
  /** `value` is ten digits. */
  | Checked<'organisationsnummer', 'SE'>
  /** `value` is seven digits, hyphen, check digit. */
  | Checked<'fo-nummer', 'FI'>;

export type Identifier = PersonNumber | OrganisationNumber;

/** Why a text is no number: it looks like none, names a day that is not or has not been, or its check digit is wrong. */
export type NotIdentifier = {
  readonly kind: 'none';
  readonly reason: 'not-recognised' | 'impossible-date' | 'wrong-check-digit';
};

type Checked<K extends string, C extends 'SE' | 'FI'> = {
  readonly kind: K;
  readonly country: C;
  readonly value: string;
  readonly isTest: boolean;
};

const isPerson = {
  personnummer: true,
  samordningsnummer: true,
  personbeteckning: true,
  organisationsnummer: false,
  'fo-nummer': false,
} as const satisfies Record<Identifier['kind'], boolean>;

export function isPersonNumber(identifier: Identifier): identifier is PersonNumber {
  return isPerson[identifier.kind];
}

/** As people write it: `19900101-2391`, `556016-0680`, `010190-900P`, `0205071-4`. */
export function written(identifier: Identifier): string {
  const { kind, value } = identifier;
  if (kind === 'personnummer' || kind === 'samordningsnummer') return `${value.slice(0, 8)}-${value.slice(8)}`;
  if (kind === 'organisationsnummer') return `${value.slice(0, 6)}-${value.slice(6)}`;
  return value;
}

/** The birth date and no more, `19900101-****`; an organisation's number is public and stays whole. */
export function masked(identifier: Identifier): string {
  const text = written(identifier);
  return isPersonNumber(identifier) ? `${text.slice(0, -4)}****` : text;
}
