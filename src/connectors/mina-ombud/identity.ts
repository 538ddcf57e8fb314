import { type Identifier, isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import { parseIdentifier } from '../../kernel/identifiers/parse.ts';
import { UnusableAnswer } from '../guarded-register.ts';

/** Who somebody is, in the register's words. */
export type Identity = { readonly id: string; readonly typ: string };

/** The register knows Swedish numbers alone; null for others. */
export function identityOf({ kind, value }: Identifier): Identity | null {
  if (kind === 'personnummer') return { id: value, typ: 'pnr' };
  if (kind === 'samordningsnummer') return { id: value, typ: 'samnr' };
  return kind === 'organisationsnummer' ? { id: value, typ: 'orgnr' } : null;
}

export function roleOf(who: Identifier): 'PRIVAT' | 'ORGANISATION' {
  return isPersonNumber(who) ? 'PRIVAT' : 'ORGANISATION';
}

/** @throws UnusableAnswer unknown-type for another type of number, contradictory for none of its type */
export function identifierOf({ id, typ }: Identity, today: Temporal.PlainDate): Identifier {
  if (typ !== 'pnr' && typ !== 'samnr' && typ !== 'orgnr') throw new UnusableAnswer('unknown-type');
  const read = parseIdentifier(id, today, 'SE');
  if (read.kind === 'none' || identityOf(read)?.typ !== typ) throw new UnusableAnswer('contradictory');
  return read;
}
