import type { Explanation as ExplanationOf, ExplanationRule } from '../explanation.ts';
import { Details } from './details.tsx';
import { dayText } from './moment.tsx';
import { usePage, useTexts } from './page-context.ts';
import { Tag } from './status-tag.tsx';
import { texts } from './texts/index.ts';

export type ExplanationProps = {
  readonly of: ExplanationOf;
  readonly open?: boolean | undefined;
  /** What opens it, when "Varför blev det så här?" does not fit. */
  readonly summary?: string | undefined;
  /** The amount, at the end of the line that opens it: where lines stand under each other. */
  readonly figure?: string | undefined;
};

/** Why an amount, a decision or a refusal is what it is, in the reader's language. */
export function Explanation({ of, open, summary, figure }: ExplanationProps) {
  const t = useTexts(texts).explanation;
  return (
    <Details summary={summary ?? t.show} figure={figure} open={open}>
      <Body of={of} />
    </Details>
  );
}

function Body({ of }: { readonly of: ExplanationOf }) {
  const t = useTexts(texts).explanation;
  const { language } = usePage();
  return (
    <div class="al-explanation">
      <p class="al-explanation__what">
        <span>{of.what[language]}</span>
        {of.amount && <strong>{of.amount[language]}</strong>}
      </p>
      {of.facts.length > 0 && (
        <>
          <p class="al-explanation__heading">{t.facts}</p>
          <dl class="al-explanation__facts">
            {of.facts.map((fact) => (
              <div key={fact.label.sv}>
                <dt>{fact.label[language]}</dt>
                <dd>{fact.value[language]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {of.rules.length > 0 && (
        <>
          <p class="al-explanation__heading">{t.rules}</p>
          <ul class="ds-list">
            {of.rules.map((rule) => (
              <Rule key={rule.label.sv} rule={rule} />
            ))}
          </ul>
        </>
      )}
      {of.parts && of.parts.length > 0 && (
        <>
          <p class="al-explanation__heading">{t.parts}</p>
          <ol class="al-explanation__parts">
            {of.parts.map((part) => (
              <li key={part.what.sv}>
                <Body of={part} />
              </li>
            ))}
          </ol>
        </>
      )}
      {of.next && (
        <>
          <p class="al-explanation__heading">{t.next}</p>
          <p>{of.next[language]}</p>
        </>
      )}
    </div>
  );
}

function Rule({ rule }: { readonly rule: ExplanationRule }) {
  const t = useTexts(texts).explanation;
  const { language } = usePage();
  const from = rule.validFrom && dayText(rule.validFrom, language);
  const to = rule.validTo && dayText(rule.validTo, language);
  const valid = from && to ? t.validBetween(from, to) : from ? t.validFrom(from) : to && t.validTo(to);
  const source = [rule.source, valid].filter(Boolean).join(', ');
  return (
    <li>
      {rule.label[language]}
      {source && <span class="al-muted"> ({source})</span>}
      {rule.verified === false && (
        <>
          {' '}
          <Tag tone="warning">{t.unverified}</Tag>
        </>
      )}
    </li>
  );
}
