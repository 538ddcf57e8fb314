import type { ComponentChildren } from 'preact';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type SummaryRow = {
  readonly label: string;
  /** What was answered; nothing is shown as "inte ifyllt". Line breaks in a string are kept. */
  readonly value: ComponentChildren;
  /** Where the answer is changed. */
  readonly changeHref?: string | undefined;
};

export type SummaryListProps = {
  readonly rows: readonly SummaryRow[];
  readonly title?: string | undefined;
  /** The title's level: 3 under a heading that says what the lists are together. */
  readonly level?: 2 | 3 | undefined;
  /** Where the whole section is changed, beside its title. */
  readonly changeHref?: string | undefined;
  /** Short values beside each other, to be taken in at one look: sums, days, how many. */
  readonly figures?: boolean | undefined;
};

/** Questions and answers, to look over before sending or to read afterwards. */
export function SummaryList({ rows, title, level = 2, changeHref, figures }: SummaryListProps) {
  const t = useTexts(texts);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="al-summary">
      {title && (
        <div class="al-summary__head">
          <Heading class={`al-h${level}`}>{title}</Heading>
          {changeHref && <ChangeLink href={changeHref} what={title} />}
        </div>
      )}
      <dl class={figures ? 'al-summary__list al-summary__list--figures' : 'al-summary__list'}>
        {rows.map((row) => (
          <div key={row.label} class="al-summary__row">
            <dt>{row.label}</dt>
            <dd class="al-summary__value">
              {isEmpty(row.value) ? <span class="al-muted">{t.summary.empty}</span> : row.value}
            </dd>
            {row.changeHref && (
              <dd class="al-summary__change">
                <ChangeLink href={row.changeHref} what={row.label} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

function isEmpty(value: ComponentChildren): boolean {
  return value === undefined || value === null || value === '' || value === false;
}

function ChangeLink({ href, what }: { readonly href: string; readonly what: string }) {
  const t = useTexts(texts);
  return (
    <a class="ds-link" href={href}>
      {t.summary.change}
      <span class="ds-sr-only"> {what}</span>
    </a>
  );
}
