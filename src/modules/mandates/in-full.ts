import { dateIn } from '../../kernel/calendar/format.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/texts.ts';
import { listTexts } from './list-texts/index.ts';
import { type Mandate, type MandateState, stateAt } from './mandate.ts';
import { plainWords } from './plain-words.ts';
import type { Listed } from './store/listed.ts';
import { lastDay } from './terms.ts';
import { texts } from './texts/index.ts';

/** A mandate with everything that is said of it, in words: to be printed, or kept. */
export type InFull = {
  readonly id: Mandate['id'];
  readonly direction: 'given' | 'received';
  readonly title: string;
  readonly grantors: readonly string[];
  readonly holders: readonly string[];
  readonly subject: string;
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
  readonly from: string;
  /** The last day, inclusive. */
  readonly to: string;
  readonly state: MandateState;
  readonly stateWords: string;
  readonly source: 'signature' | 'paper';
  readonly sourceWords: string;
  /** What shows it: the signature's id, or the digest of the paper. */
  readonly evidence: string | null;
};

/** @param called what authorities are called */
export function inFull(
  { role, mandate }: Listed,
  now: Temporal.Instant,
  language: Language,
  called: ReadonlyMap<AuthorityId, { readonly name: string }>,
): InFull {
  const t = listTexts[language];
  const { terms, paper, evidence } = mandate;
  const { title, may, mayNot } = plainWords(terms, language);
  const state = stateAt(mandate, now);
  return {
    ...{ id: mandate.id, direction: role === 'holder' ? 'received' : 'given', title, may, mayNot, state },
    grantors: terms.grantors.map(({ name }) => name),
    holders: terms.holders.map(({ name }) => name),
    subject: terms.subject[language],
    from: dateIn('SE', terms.from).toString(),
    to: lastDay(terms.until).toString(),
    stateWords: texts[language].state[state],
    source: paper ? 'paper' : 'signature',
    sourceWords: paper ? t.paper(called.get(paper.authority)?.name ?? '') : t.signature,
    evidence,
  };
}
