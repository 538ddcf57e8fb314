import type { Basis } from '../../../kernel/authority.ts';
import { dateIn } from '../../../kernel/calendar/format.ts';
import type { Identifier } from '../../../kernel/identifiers/identifier.ts';
import { parseIdentifier } from '../../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import type { TellNumber } from '../../identity/index.ts';
import type { Grantor, Identity, NamedIdentity } from './shapes.ts';

/** What a machine has sent is wrong at a path (RFC 6901); what stood there is not said. */
export class WrongAt extends Error {
  readonly pointer: string;
  constructor(pointer: string) {
    super(pointer);
    this.pointer = pointer;
  }
}

const typeOf = {
  personnummer: 'pnr',
  samordningsnummer: 'samnr',
  organisationsnummer: 'orgnr',
  personbeteckning: 'hetu',
  'fo-nummer': 'ytunnus',
} as const satisfies Record<Identifier['kind'], Identity['typ']>;
const PROTECTED = { id: '-', typ: 'skyddad', namn: 'Skyddade personuppgifter' } as const satisfies NamedIdentity;

/** @throws WrongAt for what is no such number */
export function identifierIn({ id, typ }: Identity, now: Temporal.Instant, pointer: string): Identifier {
  const country = typ === 'hetu' || typ === 'ytunnus' ? 'FI' : 'SE';
  const number = parseIdentifier(id, dateIn('SE', now), country);
  if (number.kind === 'none' || typeOf[number.kind] !== typ) throw new WrongAt(pointer);
  return number;
}

/** Without signs between, but for the one in a Finnish person's number, which says the century. */
export function identityOf({ kind, value }: Identifier): Identity {
  return { id: kind === 'fo-nummer' ? value.replace('-', '') : value, typ: typeOf[kind] };
}

export function asGrantor(who: NamedIdentity): Grantor {
  return { ...who, roll: who.typ === 'orgnr' || who.typ === 'ytunnus' ? 'ORGANISATION' : 'PRIVAT' };
}

/** Why a machine is answered: its key. */
export function basisOf({ client, scope }: Admitted): readonly Basis[] {
  return [{ kind: 'system', id: client.id, source: 'machine-client', checkedAt: scope.now.toString() }];
}

export type Naming = (party: PartyId, name: string) => Promise<NamedIdentity>;

/**
 * Tells who people are, each asked once for an answer. Each reads in their log that their number was told to whom; a
 * protected identity is told of without number or name.
 */
export function namingFor(admitted: Admitted, tellNumber: TellNumber, purpose: string): Naming {
  const { client, scope } = admitted;
  const why = { authority: client.authority, purpose, basis: basisOf(admitted) };
  const asked = new Map<PartyId, Promise<Identifier | null>>();
  return async (party, name) => {
    const telling = asked.get(party) ?? tellNumber(scope, party, why);
    asked.set(party, telling);
    const number = await telling;
    return number === null ? PROTECTED : { ...identityOf(number), namn: name.slice(0, 255) || '-' };
  };
}
