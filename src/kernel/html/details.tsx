import type { ComponentChildren } from 'preact';

export type DetailsProps = {
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
};

/** More, for those who want it. Opened when the page is printed. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details class="al-details" open={open}>
      <summary>{summary}</summary>
      <div class="al-details__body al-flow">{children}</div>
    </details>
  );
}
