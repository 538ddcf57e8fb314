import { dateIn } from '../../../kernel/calendar/format.ts';
import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import { stateAt } from '../mandate.ts';
import { loadMandatesAt } from '../store/at-authority.ts';
import { lastDay } from '../terms.ts';
import { codeAt } from './codes.ts';
import { pageOf } from './page.ts';
import { basisOf, identifierIn, WrongAt } from './people.ts';
import type { PeopleParts } from './search-rights.ts';
import type { MandatesAsked } from './shapes.ts';
import type { SignAnswer } from './sign-answer.ts';

/** Of one person at one authority; more than anybody has. */
const MOST = 500;

/**
 * The mandates at the authority that somebody has given or been given, also those that are over; without the names of
 * who else stands in them, which `tellMandate` tells.
 * @throws WrongAt
 */
export async function listMandates(
  admitted: Admitted,
  asked: MandatesAsked,
  { partyOfNumber }: Pick<PeopleParts, 'partyOfNumber'>,
  sign: SignAnswer,
) {
  const { client, scope } = admitted;
  const { authority } = client;
  if (!asked.fullmaktshavare && !asked.fullmaktsgivare) throw new WrongAt('/fullmaktshavare');
  const partyOf = async (name: 'fullmaktshavare' | 'fullmaktsgivare') => {
    const given = asked[name];
    return given ? partyOfNumber(scope, identifierIn(given, scope.now, `/${name}/id`)) : undefined;
  };
  const [holder, grantor] = [await partyOf('fullmaktshavare'), await partyOf('fullmaktsgivare')];
  const named = [holder, grantor].filter((party) => party !== null && party !== undefined);
  const [purpose, basis] = ['mandates.purpose.machine-searched', basisOf(admitted)];
  await scope.write((tx) =>
    Promise.all(
      named.map((about) => scope.audit(tx, { about, action: 'mandate.read-own', purpose, basis, authority })),
    ),
  );
  const wanted = { authority, holder: holder ?? null, grantor: grantor ?? null, mandate: null };
  // Somebody who is named and is nobody here has none.
  const found = holder === null || grantor === null ? [] : await scope.read((tx) => loadMandatesAt(tx, wanted, MOST));
  const { shown, page } = pageOf(found, asked.page);
  return sign({
    fullmakter: shown.map(({ mandate }) => ({
      id: mandate.id as string,
      rubrik: mandate.terms.subject.sv.slice(0, 100) || '-',
      kod: codeAt(authority, mandate.terms.reach) ?? '-',
      giltigFrom: dateIn('SE', mandate.terms.from).toString(),
      giltigTom: lastDay(mandate.terms.until).toString(),
      registreringstidpunkt: String(mandate.registeredAt),
      tillstand: stateAt(mandate, scope.now),
      transportfullmakt: mandate.terms.mayPassOn,
    })),
    page,
    tidpunkt: scope.now.toString(),
  });
}
