import { EmptyState, Moment, Page, Table, useTexts } from '../../../kernel/html/index.ts';
import { useOperationsCrumb } from '../../../kernel/operations/operations-crumb.ts';
import type { TroubledDelivery } from '../store/deliveries.ts';
import { texts } from '../texts/index.ts';
import { DeliveryStateTag } from './state-tag.tsx';

/** What has not been delivered, of all authorities. */
export function TroubledDeliveries({ deliveries }: { readonly deliveries: readonly TroubledDelivery[] }) {
  const { troubled: t, list } = useTexts(texts);
  return (
    <Page title={t.title} lead={t.lead} width="wide" look="dense" breadcrumbs={[useOperationsCrumb()]}>
      {deliveries.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <>
          <Table
            caption={t.title}
            captionHidden
            rows={deliveries}
            rowKey={({ authority, delivery }) => `${authority}-${delivery}`}
            columns={[
              { header: list.columns.file, names: true, cell: ({ name }) => name },
              { header: list.columns.to, cell: ({ destination }) => destination },
              {
                header: list.columns.at,
                cell: ({ changedAt }) => <Moment at={changedAt} zone="Europe/Stockholm" short />,
              },
              { header: list.columns.state, cell: ({ state }) => <DeliveryStateTag state={state} /> },
              { header: t.attempts, align: 'end', cell: ({ attempts }) => attempts },
              { header: t.detail, cell: ({ detail }) => detail ?? '–' },
            ]}
          />
          <p class="al-muted">{t.explain}</p>
        </>
      )}
    </Page>
  );
}
