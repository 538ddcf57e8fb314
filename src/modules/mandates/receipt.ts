import type { DocumentModel } from '../../kernel/documents/index.ts';
import { momentText } from '../../kernel/html/index.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Language } from '../../kernel/texts.ts';
import type { Act } from './change-mandate.ts';
import type { Happened, Mandate } from './mandate.ts';
import { plainWords } from './plain-words.ts';
import type { KnownMandate } from './store.ts';
import { writeTexts } from './write-texts/index.ts';

export const RECEIPT_ZONE = 'Europe/Stockholm';

/** What was done to a mandate, when, and what follows; made of its events, so that it can be made again. */
export type Receipt = {
  readonly mandate: Mandate;
  readonly act: Act;
  readonly at: Temporal.Instant;
  readonly by: PartyId;
};

function isAct({ event }: Happened): boolean {
  return ['accepted', 'declined', 'given-back', 'revoked'].includes(event.kind);
}

/** Of the last that was done. @throws Refusal not-found when nothing has been */
export function receiptOf({ mandate, stream }: KnownMandate): Receipt {
  const last = stream.findLast(isAct);
  if (!last || !('by' in last.event)) throw new Refusal('not-found', 'mandates.not-found');
  return { mandate, act: last.event.kind as Act, at: last.at, by: last.event.by }; // isAct has seen the kind
}

/** What they are called in the mandate; somebody who signs for an organisation is not named there. */
export function doerIn({ terms }: Mandate, party: PartyId, language: Language): string {
  const named = [...terms.grantors, ...terms.holders].find((one) => one.party === party);
  return named?.name ?? writeTexts[language].signing.someone;
}

export function receiptDocument({ mandate, act, at, by }: Receipt, language: Language): DocumentModel {
  const t = writeTexts[language].receipt;
  const moment = momentText(at, RECEIPT_ZONE, language);
  const words = plainWords(mandate.terms, language);
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(', ');
  return {
    language,
    title: `${t.title}: ${t.heading[act]}`,
    sender: t.sender,
    particulars: [{ label: t.at, value: moment }],
    blocks: [
      { kind: 'notice', label: t.heading[act], text: words.title },
      {
        kind: 'values',
        values: [
          { label: t.at, value: moment },
          { label: t.by, value: doerIn(mandate, by, language) },
          { label: t.givers, value: names(mandate.terms.grantors) },
          { label: t.holders, value: names(mandate.terms.holders) },
          { label: t.reference, value: mandate.id },
        ],
      },
      { kind: 'paragraph', text: `${t.effect[act]}\n\n${words.days}` },
      { kind: 'fine-print', text: t.footer },
    ],
    footer: `${t.sender} · ${t.title}`,
    createdAt: at,
  };
}
