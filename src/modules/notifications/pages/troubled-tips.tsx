import {
  Alert,
  Button,
  EmptyState,
  Form,
  Moment,
  Page,
  Pagination,
  Table,
  Tag,
  useTexts,
} from '../../../kernel/html/index.ts';
import { useOperationsCrumb } from '../../../kernel/operations/operations-crumb.ts';
import type { TroubledTip } from '../store.ts';
import { texts } from '../texts/index.ts';
import type { TipState } from '../tip.ts';

const tones = {
  'under-way': 'neutral',
  accepted: 'success',
  refused: 'danger',
  later: 'info',
  unknown: 'warning',
  lapsed: 'neutral',
} as const satisfies Record<TipState, string>;

export type TroubledTipsProps = {
  readonly tips: readonly TroubledTip[];
  readonly nextHref?: string | undefined;
  /** One more attempt has just been asked for. */
  readonly asked: boolean;
  readonly keptDays: number;
  /** The list's own address. */
  readonly href: string;
};

/** Tips that have not been taken, each with all its attempts. */
export function TroubledTips({ tips, nextHref, asked, keptDays, href }: TroubledTipsProps) {
  const t = useTexts(texts).tips;
  return (
    <Page title={t.title} lead={t.lead} width="wide" look="dense" breadcrumbs={[useOperationsCrumb()]}>
      {asked && <Alert tone="success" title={t.askedDone} announced />}
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
              { header: t.columns.attempts, cell: (tip) => <Ledger tip={tip} /> },
              { header: t.act, cell: (tip) => <Again tip={tip} href={href} /> },
            ]}
          />
          <p class="al-muted">{t.explain}</p>
        </>
      )}
      <p class="al-muted">{t.kept(keptDays)}</p>
      <Pagination nextHref={nextHref} />
    </Page>
  );
}

/** Every attempt, and between them who asked for one more. */
function Ledger({ tip }: { readonly tip: TroubledTip }) {
  const t = useTexts(texts).tips;
  const lines = [
    ...tip.attempts.map(({ number, at, outcome, detail }) => {
      const how = outcome === null ? t.waiting : t.state[outcome];
      return { order: number, at, text: `${t.attempt} ${number}: ${how}${detail ? ` (${detail})` : ''}` };
    }),
    ...tip.asked.map(({ after, at, by }) => ({ order: after + 0.5, at, text: t.asked(by) })),
  ].sort((a, b) => a.order - b.order);
  if (lines.length === 0) return <>{t.noAttempts}</>;
  return (
    <ul>
      {lines.map(({ order, at, text }) => (
        <li key={order}>
          {text}
          <br />
          <Moment at={at} zone="Europe/Stockholm" short />
        </li>
      ))}
    </ul>
  );
}

function Again({ tip, href }: { readonly tip: TroubledTip; readonly href: string }) {
  const t = useTexts(texts).tips;
  if (!tip.canAgain) return null;
  return (
    <Form action={`${href}/${tip.authority}/${tip.tip}/igen`} class="al-inline-form">
      <Button variant="secondary" size="sm" context={`${tip.senderName}, ${t.kind[tip.kind]}`}>
        {t.again}
      </Button>
    </Form>
  );
}
