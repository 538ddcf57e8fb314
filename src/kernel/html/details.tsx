import type { ComponentChildren } from 'preact';

export type DetailsProps = {
  readonly summary: string;
  /** What stands at the end of the line that opens it: an amount. */
  readonly figure?: string | undefined;
  readonly open?: boolean | undefined;
  readonly children: ComponentChildren;
};

/** More, for those who want it. Opened when the page is printed. */
export function Details({ summary, figure, open, children }: DetailsProps) {
  return (
    <details class={figure === undefined ? 'al-details' : 'al-details al-details--row'} open={open}>
      <summary>
        {figure === undefined ? (
          summary
        ) : (
          <>
            <span>{summary}</span> <span class="al-details__figure">{figure}</span>
          </>
        )}
      </summary>
      <div class="al-details__body al-flow">{children}</div>
    </details>
  );
}
