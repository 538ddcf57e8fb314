import type { Basis } from '../../../kernel/authority.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import type { Language } from '../../../kernel/texts.ts';
import { authorityById } from '../../directory/index.ts';
import type { PartyOfNumber } from '../../identity/index.ts';
import { decideAt } from '../../mandates/index.ts';
import { serviceOf } from '../service-of.ts';
import { listActions } from '../store/action.ts';
import { listOwnCases, type OwnCase } from '../store/case-party.ts';
import { eventsOf, filtered, treated } from './events.ts';
import type { PartAnswer } from './part-answer.ts';
import type { Kundhandelse, Part, Question } from './question.ts';

/** Of one person at one authority; more than anybody has. */
const CASES = 500;

export type Answered = { readonly parts: readonly PartAnswer[]; readonly producer: string };

export type AnswerParts = {
  readonly partyOfNumber: PartyOfNumber;
  /** Told of what could not be read; the rest is answered. */
  readonly failed: (error: unknown) => void;
};

/**
 * Our cases as customer events, for the machine of another authority that somebody has asked through. Who asks
 * (`anvandare`) sees another's (`kund`) by the right that they have to act for them, and no more of it than that reaches.
 * Each person who is asked about reads in their log that it was done, before anything is answered.
 */
export async function answerQuestion(
  { client, scope }: Admitted,
  { fraga, anvandare }: Question,
  language: Language,
  { partyOfNumber, failed }: AnswerParts,
): Promise<Answered> {
  const authority = await authorityById(scope, client.authority);
  const acting = await partyOfNumber(scope, anvandare);
  const parties = new Map<Part, PartyId | null>();
  for (const part of fraga.parter) {
    parties.set(part, part.kund ? await partyOfNumber(scope, part.kund.identifierare) : null);
  }
  const about = [...new Set(parties.values())].filter((party) => party !== null);
  const resource = {};
  const rights = new Map(
    await Promise.all(
      about.map(async (principal) => {
        const asked = { authority: authority.id, acting, principal, action: 'case.read-own', resource } as const;
        return [principal, await decideAt(scope, asked)] as const;
      }),
    ),
  );
  const machine: Basis = {
    ...{ kind: 'system', id: client.id, source: 'machine-client', checkedAt: scope.now.toString() },
  };
  await scope.write(async (tx) => {
    await Promise.all(
      about.map((party) =>
        scope.audit(tx, {
          about: party,
          action: 'case.list',
          purpose: 'cases.purpose.kundhandelser',
          basis: [machine, ...(rights.get(party)?.basis ?? []).filter(({ kind }) => kind !== 'self')],
          authority: client.authority,
        }),
      ),
    );
  });

  async function eventsIn(one: OwnCase, party: PartyId): Promise<Kundhandelse[]> {
    const [{ words }, actions] = await Promise.all([
      serviceOf(scope, one, language),
      scope.read((tx) => listActions(tx, one)),
    ]);
    const { case: id, diaryNumber, service } = one;
    return eventsOf({ authority, case: id, diaryNumber, service, language, actions, title: words.of('title') }, party);
  }

  /** A case that can not be read does not take the others with it. */
  async function answerOf(part: Part, party: PartyId): Promise<PartAnswer> {
    const { extent, decision } = rights.get(party) ?? { extent: [], decision: 'no' };
    if (decision !== 'yes') return nothing(part, decision === 'no' ? 'not-allowed' : 'failed');
    const found = await scope.read((tx) => listOwnCases(tx, party, { most: CASES + 1, extent }));
    const wanted = found
      .slice(0, CASES)
      .filter((one) => one.authority === client.authority && isAskedFor(one, part.arende));
    const read = await Promise.allSettled(wanted.map((one) => eventsIn(one, party)));
    const broken = read.filter(({ status }) => status === 'rejected');
    for (const { reason } of broken as PromiseRejectedResult[]) failed(reason);
    const events = filtered(
      read.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
      fraga,
    );
    return {
      ...{ part, total: events.length, events: treated(events, fraga.behandling) },
      trouble: broken.length > 0 ? 'failed' : found.length > CASES ? 'too-many' : null,
    };
  }

  const parts = await Promise.all(
    fraga.parter.map(async (part) => {
      if (!part.kund) return nothing(part, 'no-customer');
      const party = parties.get(part) ?? null;
      // Who has nothing here, and whom nobody here knows, look the same.
      if (party === null) return nothing(part, anvandare === part.kund.identifierare ? null : 'not-allowed');
      return answerOf(part, party).catch((error) => {
        failed(error);
        return nothing(part, 'failed');
      });
    }),
  );
  return { parts, producer: authority.name };
}

function nothing(part: Part, trouble: PartAnswer['trouble']): PartAnswer {
  return { part, total: 0, events: [], trouble };
}

function isAskedFor({ case: id, diaryNumber }: { case: string; diaryNumber: string }, arende: Part['arende']): boolean {
  if (arende === undefined) return true;
  if (arende.typ === 'Diarienummer') return arende.identifierare === diaryNumber;
  return arende.typ === 'Producentarendereferens' && arende.identifierare === id;
}
