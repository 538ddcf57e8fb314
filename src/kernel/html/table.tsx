// biome-ignore-all lint/a11y/noRedundantRoles: browsers forget that a table is one when it is not displayed as one
import type { ComponentChildren } from 'preact';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type Column<Row> = {
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** `end` for amounts and numbers. */
  readonly align?: 'end' | undefined;
  /** The column that names the row: a heading of it, and its title on a small screen. */
  readonly names?: boolean | undefined;
};

export type TableProps<Row> = {
  readonly caption: string;
  /** When the page's own heading already says what the table is. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** A last line: sums. One cell to a column. */
  readonly footer?: readonly ComponentChildren[] | undefined;
  /** Keeps its columns on a small screen and scrolls: for figures that are compared. */
  readonly keepColumns?: boolean | undefined;
};

/**
 * Rows under headings. On a small screen each row becomes a card with the heading before every value.
 */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, footer, keepColumns }: TableProps<Row>) {
  const t = useTexts(texts);
  return (
    <section class="al-table-frame" aria-label={`${caption}, ${t.table.scroll}`} tabindex={0} data-scrolls>
      <table class={`ds-table al-table${keepColumns ? '' : ' al-table--stacks'}`} role="table">
        <caption class={captionHidden ? 'ds-sr-only' : 'al-table__caption'}>
          <span>{caption}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.header} role="columnheader" scope="col" class={column.align && 'al-end'}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => cell(column, row))}
            </tr>
          ))}
        </tbody>
        {footer && (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column, index) => (
                <td key={column.header} role="cell" class={column.align && 'al-end'} data-label={column.header}>
                  {footer[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

/** A function and not a component: a queue has hundreds of cells. */
function cell<Row>(column: Column<Row>, row: Row) {
  if (column.names) {
    return (
      <th key={column.header} role="rowheader" scope="row" class={column.align && 'al-end'}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td key={column.header} role="cell" class={column.align && 'al-end'} data-label={column.header}>
      {column.cell(row)}
    </td>
  );
}
