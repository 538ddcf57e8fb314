import { EmptyState, Moment, Page, Table, useTexts } from '../../../kernel/html/index.ts';
import { useOperationsCrumb } from '../../../kernel/operations/operations-crumb.ts';
import type { TroubledDelivery } from '../store/deliveries.ts';
import type { TroubledSource } from '../store/sources.ts';
import { texts } from '../texts/index.ts';
import { DeliveryStateTag } from './state-tag.tsx';

export type TroubledDeliveriesProps = {
  readonly deliveries: readonly TroubledDelivery[];
  /** Folders that could not be looked in. */
  readonly sources: readonly TroubledSource[];
};

/** What has not been delivered, and what could not be fetched, of all authorities. */
export function TroubledDeliveries({ deliveries, sources }: TroubledDeliveriesProps) {
  const { troubled: t, list, arrivals, sources: fetched } = useTexts(texts);
  return (
    <Page title={t.title} lead={t.lead} width="wide" look="dense" breadcrumbs={[useOperationsCrumb()]}>
      {deliveries.length === 0 && sources.length === 0 && <EmptyState title={t.none} />}
      {sources.length > 0 && (
        <Table
          caption={fetched.troubled}
          rows={sources}
          rowKey={({ authority, source }) => `${authority}-${source}`}
          columns={[
            { header: arrivals.from, names: true, cell: ({ destination }) => destination },
            { header: list.folder, cell: ({ folder }) => folder },
            { header: t.at, cell: ({ lookedAt }) => <Moment at={lookedAt} zone="Europe/Stockholm" short /> },
            { header: list.columns.state, cell: ({ outcome }) => fetched.outcome[outcome] },
            { header: t.detail, cell: ({ detail }) => (detail === null ? '–' : (fetched.why[detail] ?? detail)) },
          ]}
        />
      )}
      {deliveries.length > 0 && (
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
                header: t.at,
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
