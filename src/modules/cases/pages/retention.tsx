import { Day, EmptyState, Page, Table, useTexts } from '../../../kernel/html/index.ts';
import type { DueLine } from '../read-queue.ts';
import { texts } from '../texts/index.ts';

/** What will soon be erased, before it is. */
export function RetentionPage({ due }: { readonly due: readonly DueLine[] }) {
  const t = useTexts(texts);
  return (
    <Page
      title={t.retention.title}
      lead={t.retention.lead}
      width="wide"
      look="dense"
      breadcrumbs={[{ href: '/handlaggning', label: t.office.backToQueue }]}
    >
      {due.length === 0 ? (
        <EmptyState title={t.retention.empty} />
      ) : (
        <Table
          caption={t.retention.caption}
          captionHidden
          rows={due}
          rowKey={(one) => one.case}
          columns={[
            {
              header: t.queue.number,
              names: true,
              cell: (one) => (
                <a class="ds-link" href={one.href}>
                  {one.diaryNumber}
                </a>
              ),
            },
            { header: t.queue.service, cell: (one) => one.title },
            { header: t.queue.authority, cell: (one) => one.authorityName },
            { header: t.retention.on, cell: (one) => <Day on={one.eraseOn} /> },
            { header: t.retention.what, cell: (one) => (one.archive ? t.retention.archive : t.retention.erase) },
          ]}
        />
      )}
    </Page>
  );
}
