import { dayText, Prose, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Decision as DecisionMade } from '../action.ts';
import { texts } from '../texts/index.ts';

/** A decision as it was made, in the language in which it was made. */
export function Decision({ decision }: { readonly decision: DecisionMade }) {
  const t = useTexts(texts).own;
  const { language } = usePage();
  const lang = decision.language === language ? undefined : decision.language;
  return (
    <>
      <p>
        <strong class="al-outcome" lang={lang}>
          {decision.heading}
        </strong>
        <span class="al-muted">
          {t.decisionBy(decision.decidedBy, dayText(Temporal.PlainDate.from(decision.decidedOn), language))}
        </span>
      </p>
      <p lang={lang}>{decision.meaning}</p>
      <h3 class="al-h3">{t.decisionReasons}</h3>
      <div lang={lang}>
        <Prose text={decision.reasons} />
      </div>
      {decision.law.length > 0 && (
        <>
          <h3 class="al-h3">{t.decisionLaw}</h3>
          <ul class="ds-list" lang={lang}>
            {decision.law.map((law) => (
              <li key={law}>{law}</li>
            ))}
          </ul>
        </>
      )}
      {decision.appeal.length > 0 && (
        <>
          <h3 class="al-h3">{t.decisionAppeal}</h3>
          <div lang={lang}>
            {decision.appeal.map((part) => (
              <p key={part}>{part}</p>
            ))}
          </div>
        </>
      )}
    </>
  );
}
