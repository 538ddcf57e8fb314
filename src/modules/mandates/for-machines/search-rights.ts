import type { PartyId } from '../../../kernel/ids.ts';
import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import { loadIsProtected, type PartyOfNumber, type TellNumber } from '../../identity/index.ts';
import { factsOfNobody } from '../facts.ts';
import { loadFactsAt } from '../store/at-authority.ts';
import { type Granted, grantedBy } from './granted.ts';
import { pageOf } from './page.ts';
import { asGrantor, basisOf, identifierIn, identityOf, namingFor } from './people.ts';
import type { NamedIdentity, RightsAsked } from './shapes.ts';
import type { SignAnswer } from './sign-answer.ts';

export type PeopleParts = { readonly partyOfNumber: PartyOfNumber; readonly tellNumber: TellNumber };

type Found = { readonly party: PartyId; readonly name: string; readonly rights: readonly Granted[] };

/**
 * Whom somebody may act for at the authority, and in what, by mandates. Each whom the question names, and each whose
 * number the answer tells, reads it in their log. Unknown here and without a mandate look the same; grantors with a
 * protected identity are told of to who names them and to nobody else.
 * @throws WrongAt
 */
export async function searchRights(admitted: Admitted, asked: RightsAsked, parts: PeopleParts, sign: SignAnswer) {
  const { client, scope } = admitted;
  const { authority } = client;
  const holderNumber = identifierIn(asked.fullmaktshavare, scope.now, '/fullmaktshavare/id');
  const grantorNumber = asked.fullmaktsgivare && identifierIn(asked.fullmaktsgivare, scope.now, '/fullmaktsgivare/id');
  const holder = await parts.partyOfNumber(scope, holderNumber);
  const grantor = grantorNumber ? await parts.partyOfNumber(scope, grantorNumber) : null;
  const purpose = grantorNumber ? 'mandates.purpose.machine-checked' : 'mandates.purpose.machine-searched';
  const named = [holder, grantor].filter((party) => party !== null);
  await scope.write((tx) =>
    Promise.all(
      named.map((about) =>
        scope.audit(tx, { about, action: 'mandate.read-own', purpose, basis: basisOf(admitted), authority }),
      ),
    ),
  );
  const found = holder === null || (grantorNumber && grantor === null) ? [] : await rightsOf(holder);

  async function rightsOf(acting: PartyId): Promise<Found[]> {
    const known = await scope.read((tx) => loadFactsAt(tx, { authority, acting, at: scope.now }, null));
    const facts = { ...factsOfNobody('high'), mandates: known.mandates, personStates: known.states };
    const names = new Map(known.mandates.flatMap((one) => Object.entries(one.names ?? {})));
    const grantors = grantor ? [grantor] : [...new Set(known.mandates.flatMap((one) => one.grantors))];
    const some = await Promise.all(
      grantors.map(async (party): Promise<Found[]> => {
        const asking = { authority, holder: acting, grantor: party, codes: asked.behorigheter, at: scope.now };
        const rights = grantedBy(facts, asking);
        const isHidden = rights.length > 0 && !grantor && (await scope.read((tx) => loadIsProtected(tx, party)));
        return rights.length === 0 || isHidden ? [] : [{ party, name: names.get(party) ?? '', rights }];
      }),
    );
    return some.flat().sort((a, b) => a.name.localeCompare(b.name, 'sv') || (a.party < b.party ? -1 : 1));
  }

  const naming = namingFor(admitted, parts.tellNumber, purpose);
  /** Whoever asks by a number has it already: it is not read once more, and a protected name stays untold. */
  async function grantorOf({ party, name }: Found): Promise<NamedIdentity> {
    if (!grantorNumber) return naming(party, name);
    const isProtected = await scope.read((tx) => loadIsProtected(tx, party));
    return { ...identityOf(grantorNumber), namn: isProtected ? 'Skyddade personuppgifter' : name || '-' };
  }
  const { shown, page } = pageOf(found, asked.page);
  const tidpunkt = scope.now.toString();
  const contexts = await Promise.all(
    shown.map(async (one) =>
      sign({
        fullmaktsgivare: asGrantor(await grantorOf(one)),
        fullmaktshavare: [identityOf(holderNumber)],
        tredjeman: asked.tredjeman,
        behorigheter: [...one.rights],
        tidpunkt,
      }),
    ),
  );
  return sign({ fullmaktsgivare: contexts, page, tidpunkt });
}
