import type { Json } from '../../kernel/canonical-json.ts';
import type { Language } from '../../kernel/texts.ts';
import type { Authority } from '../directory/index.ts';
import { type AdoptedService, type ReadableSection, readable, wordsOf } from '../services/index.ts';
import type { SignedDocument } from '../signing/index.ts';
import { cosignTexts } from './cosign-texts/index.ts';
import type { Submission } from './submission.ts';

/** Characters of the answers: with the words around them within what an e-ID can show. */
const ANSWERS_MOST = 2500;
/** How long an answer may be when not all of them have room. */
const SHORT = 60;

/**
 * What the others sign: every answer in the reader's words, and the submission itself, of which the case is made. Where an
 * e-ID can not show it all, long answers are shortened in the words, and that is said; they stand whole in the document.
 */
export function applicationToSign(
  submission: Submission,
  { definition, texts: overlay }: AdoptedService,
  authority: Pick<Authority, 'name' | 'country'>,
  applicant: string,
): SignedDocument {
  const of = (language: Language) => {
    const t = cosignTexts[language].toSign;
    const words = wordsOf(definition, overlay, language);
    const service = words.of('title');
    const sections = readable(definition, submission.answers, { words, country: authority.country });
    const whole = linesOf(sections, Number.POSITIVE_INFINITY);
    const isLong = whole.join('').length > ANSWERS_MOST;
    const lines = isLong ? withRoom(linesOf(sections, SHORT)) : whole;
    return {
      title: t.title(service, applicant),
      words: [t.what(applicant, service, authority.name), ...lines, ...(isLong ? [t.shortened] : []), t.means],
    };
  };
  const [sv, fi, en] = [of('sv'), of('fi'), of('en')];
  return {
    title: { sv: sv.title, fi: fi.title, en: en.title },
    plainWords: { sv: sv.words, fi: fi.words, en: en.words },
    content: JSON.parse(JSON.stringify(submission)) as Json, // without what is undefined
  };
}

/** A section is its title with its answers as points below. */
function linesOf(sections: readonly ReadableSection[], most: number): readonly string[] {
  return sections.map(({ title, rows }) =>
    [title, ...rows.map(({ label, value }) => `- ${asked(label)} ${cut(value.replace(/\s+/g, ' '), most)}`)].join('\n'),
  );
}

/** What is a question has its mark already. */
function asked(label: string): string {
  return label.endsWith('?') ? label : `${label}:`;
}

function cut(value: string, most: number): string {
  return value.length > most ? `${value.slice(0, most - 1)}…` : value;
}

function withRoom(lines: readonly string[]): readonly string[] {
  let left = ANSWERS_MOST;
  return lines.filter((line) => {
    left -= line.length;
    return left >= 0;
  });
}
