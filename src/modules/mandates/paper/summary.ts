import { dateIn, formatDate } from '../../../kernel/calendar/format.ts';
import type { ExplanationFact } from '../../../kernel/explanation.ts';
import { type InEach, type Language, languages } from '../../../kernel/texts.ts';
import type { ApprovalSummary } from '../../approvals/index.ts';
import type { Terms } from '../mandate.ts';
import { paperTexts } from '../paper-texts/index.ts';
import { lastDay } from '../terms.ts';
import type { Somebody } from './who-is-who.ts';

function inEach(of: (language: Language) => string): InEach<string> {
  const [sv, fi, en] = languages.map(of) as [string, string, string];
  return { sv, fi, en };
}

/** What the second pair of eyes reads. A protected identity is not named: not everybody of the task may see it. */
export function summaryOf(
  terms: Terms,
  who: { readonly grantor: Somebody; readonly holder: Somebody },
): ApprovalSummary {
  const named = (name: string | undefined, { isProtected, registered }: Somebody, language: Language) => {
    const t = paperTexts[language].summary;
    if (isProtected) return t.protectedPerson;
    return `${name ?? ''} (${registered === null ? t.notChecked : t.registered(registered)})`;
  };
  const fact = (
    label: keyof (typeof paperTexts)['sv']['summary']['labels'],
    value: (language: Language) => string,
  ): ExplanationFact => ({
    label: inEach((language) => paperTexts[language].summary.labels[label]),
    value: inEach(value),
  });
  const days = (language: Language) =>
    `${formatDate(dateIn('SE', terms.from), language)} – ${formatDate(lastDay(terms.until), language)}`;
  return {
    what: inEach((language) => paperTexts[language].summary.what),
    facts: [
      fact('grantor', (language) => named(terms.grantors[0]?.name, who.grantor, language)),
      fact('holder', (language) => named(terms.holders[0]?.name, who.holder, language)),
      fact('subject', (language) => terms.subject[language]),
      fact('level', (language) => paperTexts[language].levels[terms.level]),
      fact('passOn', (language) => paperTexts[language].summary[terms.mayPassOn ? 'yes' : 'no']),
      fact('days', days),
    ],
  };
}
