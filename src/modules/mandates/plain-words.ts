import { dateIn, formatDate } from '../../kernel/calendar/format.ts';
import type { InEach, Language } from '../../kernel/texts.ts';
import type { Terms } from './mandate.ts';
import { lastDay } from './terms.ts';
import { texts } from './texts/index.ts';

/** Exactly what it lets the other do, and what it does not; what the grantor signs is these words. */
export type PlainWords = {
  readonly title: string;
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
  readonly days: string;
};

type Worded = Pick<Terms, 'reach' | 'subject' | 'level' | 'mayPassOn' | 'from' | 'until' | 'holders'>;

export function plainWords(terms: Worded, language: Language): PlainWords {
  const t = texts[language].words;
  const subject = terms.subject[language];
  const { kind } = terms.reach;
  const isMail = kind === 'mail';
  const isActive = terms.level === 'active' && !isMail;
  const readsMail = kind !== 'service';
  const may = [
    ...(isMail ? [] : [t.follow[kind](subject)]),
    ...(readsMail ? [t.mail[kind](subject)] : []),
    ...(isActive ? [kind === 'case' ? t.answer : t.act[kind](subject)] : []),
    ...(terms.mayPassOn ? [t.passOn] : []),
  ];
  const mayNot = [
    ...(isActive ? (kind === 'case' ? [t.noApply] : []) : [t.noAct]),
    ...(isMail ? [t.noCases] : []),
    ...(readsMail ? [] : [t.noMail]),
    ...(kind === 'everything' ? [] : [t.nothingElse]),
    ...(terms.mayPassOn ? [] : [t.noPassOn]),
    t.personal,
  ];
  return {
    title: t.title(terms.holders.map(({ name }) => name).join(', '), subject),
    may,
    mayNot,
    days: t.days(formatDate(dateIn('SE', terms.from), language), formatDate(lastDay(terms.until), language)),
  };
}

/** The words as they are signed. */
export function wordsToSign(terms: Worded): { title: InEach<string>; plainWords: InEach<readonly string[]> } {
  const of = (language: Language) => {
    const t = texts[language].words;
    const { title, may, mayNot, days } = plainWords(terms, language);
    const points = (lines: readonly string[]) => lines.map((line) => `- ${line}`);
    return { title, words: [t.mayHeading, ...points(may), t.mayNotHeading, ...points(mayNot), days, t.revocable] };
  };
  const [sv, fi, en] = [of('sv'), of('fi'), of('en')];
  return {
    title: { sv: sv.title, fi: fi.title, en: en.title },
    plainWords: { sv: sv.words, fi: fi.words, en: en.words },
  };
}
