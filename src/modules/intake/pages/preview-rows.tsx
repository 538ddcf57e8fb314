import { Alert, Table, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Preview, PreviewRow } from '../preview.ts';
import { reasonText } from '../reason-text.ts';
import type { IntakeTarget } from '../target.ts';
import { texts } from '../texts/index.ts';

type PreviewRowsProps = { readonly seen: Preview; readonly target: IntakeTarget };

/** What the rows become: a column for each field, and what is wrong in words. */
export function PreviewRows({ seen, target }: PreviewRowsProps) {
  const { mapping: t, faults, where } = useTexts(texts);
  const { language } = usePage();
  return (
    <>
      {seen.fault && (
        <Alert tone="warning" title={faults[seen.fault.reason]}>
          {seen.fault.where !== undefined && <p>{where(seen.fault.where)}</p>}
        </Alert>
      )}
      {seen.rows.length > 0 && (
        <Table
          caption={t.preview}
          captionHidden
          rows={seen.rows}
          rowKey={({ number }) => String(number)}
          columns={[
            { header: t.row, names: true, cell: ({ number }) => number },
            ...target.fields.map(({ name, label }) => ({
              header: label[language],
              cell: ({ row }: PreviewRow) => row?.[name] ?? '–',
            })),
            {
              header: t.outcome,
              cell: ({ reasons }) =>
                reasons.length === 0 ? (
                  <Tag tone="success">{t.willBeTaken}</Tag>
                ) : (
                  reasons.map((reason) => <p key={reason.reason}>{reasonText(reason, target, language)}</p>)
                ),
            },
          ]}
        />
      )}
    </>
  );
}
