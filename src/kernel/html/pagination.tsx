import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type PaginationProps = {
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
};

/** Earlier and later in a list read by keyset: there are no page numbers, and no count that costs a scan. */
export function Pagination({ previousHref, nextHref }: PaginationProps) {
  const t = useTexts(texts).pagination;
  if (!previousHref && !nextHref) return null;
  return (
    <nav class="al-pagination" aria-label={t.label}>
      {previousHref && (
        <a class="ds-button" data-variant="secondary" href={previousHref} rel="prev">
          <span aria-hidden="true">←</span> {t.previous}
        </a>
      )}
      {nextHref && (
        <a class="ds-button al-pagination__next" data-variant="secondary" href={nextHref} rel="next">
          {t.next} <span aria-hidden="true">→</span>
        </a>
      )}
    </nav>
  );
}
