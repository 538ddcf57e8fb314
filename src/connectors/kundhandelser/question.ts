type Kund = { readonly identifierare: string; readonly typ: string };
type Arende = { readonly identifierare: string; readonly typ: 'Producentarendereferens' | 'Diarienummer' };
export type Part = { readonly kund: Kund; readonly arende?: Arende };

export const LIMIT = 500;

export function isSwedish(number: string | null): number is string {
  return number !== null && /^\d{12}$/.test(number);
}

function typOf(number: string): 'Personnummer' | 'Samordningsnummer' | 'Organisationsnummer' {
  if (number.startsWith('16')) return 'Organisationsnummer';
  return Number(number.slice(6, 8)) > 60 ? 'Samordningsnummer' : 'Personnummer';
}

/** All of one person's events. */
export function partsOfAll(kund: string): Part[] {
  return [{ kund: { identifierare: kund, typ: typOf(kund) } }];
}

/** One case of theirs: its number is the producer's reference or the diary's, and both are asked for at once. */
export function partsOfOne(kund: string, number: string): Part[] {
  const who = { identifierare: kund, typ: typOf(kund) };
  return (['Producentarendereferens', 'Diarienummer'] as const).map((typ) => ({
    kund: who,
    arende: { identifierare: number, typ },
  }));
}

/** The question of the standard; paging is allowed only of what is sorted. */
export function questionOf(parter: readonly Part[], anvandare: string) {
  return {
    fraga: {
      parter,
      behandling: {
        sortering: [{ attribut: 'TIDPUNKT', stigande: false }],
        paginering: { offset: 0, limit: LIMIT },
      },
    },
    anvandare,
  };
}
