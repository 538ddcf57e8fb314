import { dateIn } from '../../../kernel/calendar/format.ts';
import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Authority } from '../../directory/index.ts';
import { mandateIdIn } from '../change-mandate.ts';
import { stateAt } from '../mandate.ts';
import { plainWords } from '../plain-words.ts';
import { type AtHand, loadMandatesAt } from '../store/at-authority.ts';
import { lastDay } from '../terms.ts';
import { codeAt } from './codes.ts';
import { asGrantor, type Naming, namingFor } from './people.ts';
import type { PeopleParts } from './search-rights.ts';
import type { SignAnswer } from './sign-answer.ts';
import { thirdPartyOf } from './third-party.ts';

/**
 * A mandate that concerns the authority.
 * @throws Refusal not-found alike for what is not there, not signed, and for something at another authority
 */
export async function mandateAt({ client, scope }: Admitted, id: string): Promise<AtHand> {
  const wanted = { authority: client.authority, holder: null, grantor: null, mandate: mandateIdIn(id) };
  const [found] = await scope.read((tx) => loadMandatesAt(tx, wanted, 1));
  if (!found) throw new Refusal('not-found', 'mandates.not-found');
  return found;
}

/** All that it says, signed; everybody in it reads in their log that it was read. */
export async function tellMandate(
  admitted: Admitted,
  authority: Pick<Authority, 'id' | 'name'>,
  id: string,
  { tellNumber }: PeopleParts,
  sign: SignAnswer,
) {
  const { mandate } = await mandateAt(admitted, id);
  const naming = namingFor(admitted, tellNumber, 'mandates.purpose.machine-read');
  const { terms, registeredAt, ended } = mandate;
  const namedIn = new Map([...terms.grantors, ...terms.holders].map(({ party, name }) => [party, name]));
  const who: (party: Parameters<Naming>[0]) => ReturnType<Naming> = (party) => naming(party, namedIn.get(party) ?? '');
  const grantors = await Promise.all(terms.grantors.map(async ({ party }) => asGrantor(await who(party))));
  const [grantor, ...others] = grantors;
  if (!grantor || registeredAt === null) throw new Error('a signed mandate has a grantor');
  const words = plainWords(terms, 'sv');
  const level = (typ: 'aktiv' | 'passiv', niva: number, rubrik: string) => ({
    ...{ typ, niva, rubrik, vald: (terms.level === 'active') === (typ === 'aktiv') },
  });
  const told = {
    id: mandate.id as string,
    ursprung: { mall: terms.reach.kind, ...(terms.passedOn ? { fullmakt: terms.passedOn.from as string } : {}) },
    rubrik: terms.subject.sv.slice(0, 100) || '-',
    beskrivning: words.may.join(' ').slice(0, 500),
    giltigFrom: dateIn('SE', terms.from).toString(),
    giltigTom: lastDay(terms.until).toString(),
    skapare: await who(mandate.draftedBy),
    skapadTidpunkt: mandate.draftedAt.toString(),
    transportfullmakt: terms.mayPassOn,
    fullmaktsgivare: grantor,
    ...(others.length > 0 ? { fullmaktsgivareOvriga: others } : {}),
    fullmaktshavare: await Promise.all(terms.holders.map(({ party }) => who(party))),
    tredjeman: { id: thirdPartyOf(authority.id), namn: authority.name },
    signatarer: await Promise.all(
      mandate.signed.map(async ({ party, onBehalfOf }) =>
        party === onBehalfOf
          ? { fysiskPerson: await who(party) }
          : { juridiskSignatar: { juridiskPerson: await who(onBehalfOf), foretradare: [await who(party)] } },
      ),
    ),
    behorigheter: [
      {
        behorighetsobjekt: {
          kod: codeAt(authority.id, terms.reach) ?? '-',
          rubrik: terms.subject.sv.slice(0, 100) || '-',
          typer: [level('passiv', 1, 'Läsa och följa'), level('aktiv', 2, 'Läsa, följa, ansöka och svara')],
        },
      },
    ],
  };
  const by = ended?.how === 'revoked' && ended.by ? await who(ended.by) : null;
  return {
    fullmakt: await sign(told),
    metadata: {
      referensnummer: mandate.id as string,
      registreringstidpunkt: registeredAt.toString(),
      tillstand: stateAt(mandate, admitted.scope.now),
      ...(ended?.how === 'revoked'
        ? { aterkallad: { datum: ended.at.toString(), ...(by ? { person: by } : {}) } }
        : {}),
    },
  };
}
