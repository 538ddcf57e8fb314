import type { ComponentChildren } from 'preact';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type ConfirmationProps = {
  readonly heading: string;
  /** The number to keep: a diary number, a receipt's number. */
  readonly reference?: string | undefined;
  readonly children?: ComponentChildren;
};

/** It is done: the panel that ends an errand, before what happens next. */
export function Confirmation({ heading, reference, children }: ConfirmationProps) {
  const t = useTexts(texts);
  return (
    <div class="al-confirmation" data-color="success" role="status">
      <svg
        class="al-confirmation__tick"
        viewBox="0 0 48 48"
        width="48"
        height="48"
        aria-hidden="true"
        focusable="false"
      >
        <circle cx="24" cy="24" r="22" />
        <path d="M14 25l7 7 14-15" />
      </svg>
      <div class="al-flow">
        <h2 class="al-confirmation__heading">{heading}</h2>
        {reference && (
          <p>
            {t.confirmation.reference}
            <br />
            <strong class="al-confirmation__reference">{reference}</strong>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
