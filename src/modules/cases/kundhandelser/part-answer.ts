import type { Kundhandelse, Part } from './question.ts';

/** Why a part has no answer, or not a whole one: told in `delfragor`, so that an empty row is never taken for "nothing". */
export type PartTrouble = 'not-allowed' | 'no-customer' | 'failed' | 'too-many';

export type PartAnswer = {
  readonly part: Part;
  readonly total: number;
  readonly events: readonly Kundhandelse[];
  readonly trouble: PartTrouble | null;
};

/** What the other side reads of it; nothing of whom, and nothing of our insides. */
export const told = {
  'not-allowed': { httpCode: 403, message: 'anvandare may not act for kund here.' },
  'no-customer': { httpCode: 400, message: 'A part is asked about by its kund; arende alone is not enough.' },
  failed: { httpCode: 500, message: 'Some of the cases could not be read. Ask again later.' },
  'too-many': { httpCode: 500, message: 'There are more cases than are answered at once; the latest are here.' },
} as const satisfies Record<PartTrouble, { readonly httpCode: number; readonly message: string }>;
