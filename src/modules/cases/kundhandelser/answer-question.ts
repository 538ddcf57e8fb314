import type { PartyId } from '../../../kernel/ids.ts';
import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import type { Language } from '../../../kernel/texts.ts';
import { authorityById } from '../../directory/index.ts';
import type { PartyOfNumber } from '../../identity/index.ts';
import { servicesOf } from '../service-of.ts';
import { listActions } from '../store/action.ts';
import { listOwnCases } from '../store/case-party.ts';
import { eventsOf, filtered, treated } from './events.ts';
import type { Kundhandelse, Part, Question } from './question.ts';

/** Of one person at one authority; more than anybody has. */
const CASES = 500;

export type Answered = {
  readonly parts: readonly { readonly part: Part; readonly total: number; readonly events: readonly Kundhandelse[] }[];
  readonly producer: string;
};

/**
 * Our cases as customer events, for the machine of another authority that somebody has asked through. Each person who is
 * asked about reads in their log that it was done, before anything is answered.
 */
export async function answerQuestion(
  { client, scope }: Admitted,
  { fraga }: Question,
  language: Language,
  partyOfNumber: PartyOfNumber,
): Promise<Answered> {
  const authority = await authorityById(scope, client.authority);
  const parties = new Map<Part, PartyId | null>();
  for (const part of fraga.parter) {
    parties.set(part, part.kund ? await partyOfNumber(scope, part.kund.identifierare) : null);
  }
  const about = [...new Set(parties.values())].filter((party) => party !== null);
  await scope.write(async (tx) => {
    await Promise.all(
      about.map((party) =>
        scope.audit(tx, {
          about: party,
          action: 'case.list',
          purpose: 'cases.purpose.kundhandelser',
          basis: [{ kind: 'system', id: client.id, source: 'machine-client', checkedAt: scope.now.toString() }],
          authority: client.authority,
        }),
      ),
    );
  });

  async function eventsAbout(party: PartyId, part: Part): Promise<Kundhandelse[]> {
    const found = await scope.read((tx) => listOwnCases(tx, party, { most: CASES, extent: 'whole' }));
    const wanted = found.filter((one) => one.authority === client.authority && isAskedFor(one, part.arende));
    const service = await servicesOf(scope, wanted, language);
    const events = await Promise.all(
      wanted.map(async (one) => {
        const actions = await scope.read((tx) => listActions(tx, one));
        return eventsOf(
          {
            ...{ authority, case: one.case, diaryNumber: one.diaryNumber, service: one.service, language, actions },
            title: service(one).words.of('title'),
          },
          party,
        );
      }),
    );
    return events.flat();
  }

  const parts = await Promise.all(
    fraga.parter.map(async (part) => {
      const party = parties.get(part) ?? null;
      const events = party === null ? [] : filtered(await eventsAbout(party, part), fraga);
      return { part, total: events.length, events: treated(events, fraga.behandling) };
    }),
  );
  return { parts, producer: authority.name };
}

function isAskedFor({ case: id, diaryNumber }: { case: string; diaryNumber: string }, arende: Part['arende']): boolean {
  if (arende === undefined) return true;
  if (arende.typ === 'Diarienummer') return arende.identifierare === diaryNumber;
  return arende.typ === 'Producentarendereferens' && arende.identifierare === id;
}
