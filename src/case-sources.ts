import { kundhandelserSource } from './connectors/kundhandelser/index.ts';
import { zgwSource } from './connectors/zgw/index.ts';
import type { CaseSystems } from './kernel/config/config.ts';
import type { PartyId } from './kernel/ids.ts';
import { Refusal } from './kernel/refusal.ts';
import { permit, type Scope } from './kernel/scope.ts';
import { caseSource, messageSource, signatureSource } from './modules/cases/index.ts';
import type { FindOwnNumber } from './modules/identity/index.ts';
import type { CaseSource } from './modules/overview/index.ts';
import { draftSource } from './modules/services/index.ts';

/** Who knows of a person's cases: our own rooms, and the case systems that the environment names. */
export function caseSources({ kundhandelser, zgw }: CaseSystems, numberOf: FindOwnNumber): readonly CaseSource[] {
  return [
    caseSource,
    messageSource,
    signatureSource,
    draftSource,
    ...(kundhandelser
      ? [
          {
            ...kundhandelserSource({
              id: 'kundhandelser',
              name: { sv: 'Mina ärenden (staten)', fi: 'Mina ärenden (valtio)', en: 'Mina ärenden (the state)' },
              ...{ url: kundhandelser.url, key: kundhandelser.key },
              ...{ numberOf, askerOf },
            }),
            keeper: kundhandelser.keeper,
          },
        ]
      : []),
    ...(zgw
      ? [
          {
            ...zgwSource({
              id: 'zgw',
              name: { sv: zgw.authority, fi: zgw.authority, en: zgw.authority },
              ...{ url: zgw.url, client: zgw.client, authority: zgw.authority },
              numberOf,
            }),
            keeper: zgw.keeper,
          },
        ]
      : []),
  ];
}

/** Whoever is signed in asks, also when it concerns somebody else. */
async function askerOf(scope: Scope): Promise<{ readonly scope: Scope; readonly party: PartyId }> {
  const { actor } = scope;
  if (actor.kind !== 'person' && actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  if (actor.party === scope.principal) return { scope, party: actor.party };
  const permitted = await permit(scope, 'case.read-own', {});
  return { scope: scope.reaching(permitted, { parties: [actor.party] }), party: actor.party };
}
