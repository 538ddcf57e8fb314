import { EmptyState, Moment, Page, Pagination, Table, Tag, useTexts } from '../../../kernel/html/index.ts';
import type { TroubledTip } from '../store.ts';
import { texts } from '../texts/index.ts';
import type { TipState } from '../tip.ts';

const tones = {
  'under-way': 'neutral',
  accepted: 'success',
  refused: 'danger',
  later: 'info',
  unknown: 'warning',
} as const satisfies Record<TipState, string>;

export type TroubledTipsProps = { readonly tips: readonly TroubledTip[]; readonly nextHref?: string | undefined };

export function TroubledTips({ tips, nextHref }: TroubledTipsProps) {
  const t = useTexts(texts).tips;
  return (
    <Page title={t.title} lead={t.lead} width="wide" look="dense">
      {tips.length === 0 ? (
        <EmptyState title={t.empty}>
          <p>{t.emptyWhy}</p>
        </EmptyState>
      ) : (
        <>
          <Table
            caption={t.caption}
            rows={tips}
            rowKey={(tip) => tip.tip}
            columns={[
              {
                header: t.columns.changed,
                names: true,
                cell: (tip) => <Moment at={tip.changedAt} zone="Europe/Stockholm" short />,
              },
              { header: t.columns.sender, cell: (tip) => tip.senderName },
              { header: t.columns.kind, cell: (tip) => t.kind[tip.kind] },
              { header: t.columns.state, cell: (tip) => <Tag tone={tones[tip.state]}>{t.state[tip.state]}</Tag> },
              { header: t.columns.attempts, align: 'end', cell: (tip) => tip.attempts },
              { header: t.columns.detail, cell: (tip) => tip.detail },
            ]}
          />
          <p class="al-muted">{t.explain}</p>
        </>
      )}
      <Pagination nextHref={nextHref} />
    </Page>
  );
}
