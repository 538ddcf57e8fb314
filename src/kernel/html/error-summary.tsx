import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

/** What is wrong with one field, by the field's name. */
export type FieldError = { readonly field: string; readonly text: string };

/** The text for one field, to hand to its `error`. */
export function errorAt(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.text;
}

export type ErrorSummaryProps = { readonly errors: readonly FieldError[] };

/** First on a page that was refused: every error with the way to its field. Shows nothing when there is none. */
export function ErrorSummary({ errors }: ErrorSummaryProps) {
  const t = useTexts(texts);
  if (errors.length === 0) return null;
  return (
    <div class="ds-error-summary al-error-summary" id="fel" role="alert" tabindex={-1} aria-labelledby="fel-rubrik">
      <h2 class="ds-heading" id="fel-rubrik">
        {t.errorSummary.heading(errors.length)}
      </h2>
      <ul class="ds-list">
        {errors.map((error) => (
          <li key={error.field}>
            <a class="ds-link" href={`#${encodeURIComponent(error.field)}`}>
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
