import { SummaryList, type SummaryRow } from '../../../kernel/html/index.ts';
import type { ReadableSection } from '../../services/index.ts';

export type AnswersProps = {
  readonly sections: readonly ReadableSection[];
  /** Where a file of the answers is fetched; absent: files are named only. */
  readonly fileHref?: ((file: string) => string) | undefined;
};

/** What was filed, in the words of the form. */
export function Answers({ sections, fileHref }: AnswersProps) {
  return (
    <>
      {sections.map((section) => (
        <SummaryList key={section.id} title={section.title} level={3} rows={section.rows.map(rowOf)} />
      ))}
    </>
  );

  function rowOf({ label, value, files }: ReadableSection['rows'][number]): SummaryRow {
    if (!files || !fileHref) return { label, value };
    return {
      label,
      value: (
        <ul class="ds-list">
          {files.map(({ file, name }) => (
            <li key={file}>
              <a class="ds-link" href={fileHref(file)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      ),
    };
  }
}
