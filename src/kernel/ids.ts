import { parse, v5, v7 } from 'uuid';

declare const brand: unique symbol;
type Branded<T, B extends string> = T & { readonly [brand]: B };

/** A public body that runs services here; a positive 32-bit integer, see `modules/directory`. The distribution key. */
export type AuthorityId = Branded<number, 'AuthorityId'>;
/** A person or an organisation as known inside; says nothing about who it is. The other distribution key. */
export type PartyId = Branded<string, 'PartyId'>;
export type UnitId = Branded<string, 'UnitId'>;
export type AgreementId = Branded<string, 'AgreementId'>;
export type CaseId = Branded<string, 'CaseId'>;
export type EventId = Branded<string, 'EventId'>;
export type MandateId = Branded<string, 'MandateId'>;
export type MessageId = Branded<string, 'MessageId'>;
export type DraftId = Branded<string, 'DraftId'>;
/** Something that one or several persons are asked to sign, see `modules/signing`. */
export type SigningId = Branded<string, 'SigningId'>;
/** Something proposed that others must approve, see `modules/approvals`. */
export type ApprovalId = Branded<string, 'ApprovalId'>;
/** SHA-256 of the content, in hex: the name under which a file is kept. */
export type FileDigest = Branded<string, 'FileDigest'>;
/** `se.sundsvall/barnomsorgsplats`: country, building authority, service. */
export type ServiceId = Branded<string, 'ServiceId'>;

/** A new id that sorts by time (UUIDv7), made here so that a fenced insert need not return it. */
export function newId<T extends string>(): T {
  return v7() as T;
}

const NAMESPACE = parse('6f1c7d0e-6c2b-5b0e-9f55-8d2f0c6a7b11');

/** The id that follows from what it is made of: the same event handled twice makes the same row once. */
export function derivedId<T extends string>(...parts: readonly string[]): T {
  return v5(Buffer.from(parts.join('\u0000')), NAMESPACE) as T;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}
