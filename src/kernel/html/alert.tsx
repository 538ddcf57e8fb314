import type { ComponentChildren } from 'preact';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

export type AlertProps = {
  readonly tone?: Tone | undefined;
  readonly title?: string | undefined;
  /** Said at once by a screen reader: for what follows from what the reader just did. */
  readonly announced?: boolean | undefined;
  readonly children?: ComponentChildren;
};

/** Something to know before going on. The tone is said in words too, for those who do not see the colour. */
export function Alert({ tone = 'info', title, announced, children }: AlertProps) {
  const t = useTexts(texts);
  const role = announced ? (tone === 'danger' ? 'alert' : 'status') : undefined;
  return (
    <div class="ds-alert al-alert" data-color={tone} role={role}>
      {title ? (
        <h2 class="ds-heading al-alert__title">
          <span class="ds-sr-only">{t.alert[tone]}: </span>
          {title}
        </h2>
      ) : (
        <span class="ds-sr-only">{t.alert[tone]}: </span>
      )}
      <div class="al-flow">{children}</div>
    </div>
  );
}
