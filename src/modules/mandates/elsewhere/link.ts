import { dateIn } from '../../../kernel/calendar/format.ts';
import { type Identifier, isPersonNumber, type PersonNumber } from '../../../kernel/identifiers/identifier.ts';
import { parseWritten } from '../../../kernel/identifiers/parse.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import type { MandateRegisterName } from '../facts.ts';
import type { ChoiceWindow } from './mandate-register.ts';

/** That a register has said that a holder may act for a principal: where to ask again. It gives no right. */
export type Link = {
  readonly register: MandateRegisterName;
  readonly principal: PartyId;
  readonly kind: 'person' | 'organisation';
  /** Null for a protected identity, and when the register does not say. */
  readonly name: string | null;
  readonly authorities: readonly AuthorityId[];
  /** Both numbers, and what a choice at the register left to ask with. */
  readonly sealed: string;
};

/** `window` is of one session here: whoever signs in anew chooses anew. */
export type Numbers = {
  readonly holder: PersonNumber;
  readonly principal: Identifier;
  readonly window: (ChoiceWindow & { readonly of: string }) | null;
};

function contextOf(holder: PartyId, principal: PartyId): string {
  return `mandates.elsewhere:${holder}:${principal}`;
}

/** Who acts for another stands behind the other's fence alone, and must still be asked about by their own number. */
export function sealNumbers(secrets: Secrets, holder: PartyId, principal: PartyId, numbers: Numbers): string {
  const both = { holder: numbers.holder.value, principal: numbers.principal.value, window: numbers.window };
  return secrets.encrypt(JSON.stringify(both), contextOf(holder, principal));
}

/** @returns null for what was sealed for others, or with a key that is gone: it is found again where it was found */
export function openNumbers(secrets: Secrets, holder: PartyId, link: Link, now: Temporal.Instant): Numbers | null {
  const plain = opened(secrets, link.sealed, contextOf(holder, link.principal));
  if (plain === null) return null;
  const both = JSON.parse(plain) as Sealed; // sealed by `sealNumbers` alone
  const today = dateIn('FI', now);
  const [of, over] = [parseWritten(both.holder, today), parseWritten(both.principal, today)];
  if (of.kind === 'none' || over.kind === 'none' || !isPersonNumber(of)) return null;
  return { holder: of, principal: over, window: both.window ?? null };
}

type Sealed = { readonly holder: string; readonly principal: string; readonly window?: Numbers['window'] };

function opened(secrets: Secrets, sealed: string, context: string): string | null {
  try {
    return secrets.decrypt(sealed, context);
  } catch {
    return null;
  }
}
