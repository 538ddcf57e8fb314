/** What the population register says somebody's civil status is (civilstånd). */
export const civilStatuses = ['unmarried', 'married', 'divorced', 'widowed', 'registered-partner'] as const;
export type CivilStatus = (typeof civilStatuses)[number];

export type RegisteredAddress = {
  readonly street: string;
  readonly postalCode: string;
  readonly place: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
};

/** Somebody else that a register names: `name` is null when their data is protected, and stays so. */
export type NamedPerson = { readonly number: string; readonly name: string | null };

export type RegisteredChild = NamedPerson & { readonly birthDate: Temporal.PlainDate };

/** A person as the population register knows them. Numbers are in their one written form (`kernel/identifiers`). */
export type RegisteredPerson = {
  readonly number: string;
  readonly name: string;
  /** Null for who has none, and always for a protected identity: such an address is neither taken in nor kept. */
  readonly address: RegisteredAddress | null;
  /** Sekretessmarkering or skyddad folkbokföring (Sweden), turvakielto (Finland). */
  readonly protectedIdentity: boolean;
  readonly birthDate: Temporal.PlainDate;
  readonly diedOn: Temporal.PlainDate | null;
  readonly civilStatus: CivilStatus;
  /** Who has the custody of this person (vårdnadshavare). */
  readonly guardians: readonly NamedPerson[];
  /** Of whom this person has the custody. */
  readonly children: readonly RegisteredChild[];
};
