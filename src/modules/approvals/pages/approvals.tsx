import {
  type Card,
  CardList,
  EmptyState,
  Moment,
  Page,
  Section,
  Tag,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { formatMoney } from '../../../kernel/money.ts';
import type { ApprovalState } from '../approval.ts';
import type { OwnApprovals, SeenRequest } from '../awaiting.ts';
import { texts } from '../texts/index.ts';

export type ApprovalsPageProps = {
  readonly approvals: OwnApprovals;
  readonly names: ReadonlyMap<AuthorityId, { readonly name: string }>;
};

export const tones = {
  open: 'warning',
  approved: 'success',
  refused: 'danger',
  voided: 'neutral',
  expired: 'neutral',
} as const satisfies Record<ApprovalState, string>;

/** What awaits the reader first. */
export function ApprovalsPage({ approvals, names }: ApprovalsPageProps) {
  const t = useTexts(texts);
  const card = useCard(names);
  const { mine, others, done } = approvals;
  return (
    <Page title={t.list.title} lead={t.list.lead} width="wide" look="dense">
      <Section title={t.list.mine}>
        {mine.length === 0 ? (
          <EmptyState title={t.list.mineEmpty}>{t.list.mineEmptyText}</EmptyState>
        ) : (
          <CardList items={mine.map(card)} level={3} />
        )}
      </Section>
      {others.length > 0 && (
        <Section title={t.list.others}>
          <CardList items={others.map(card)} level={3} />
        </Section>
      )}
      {done.length > 0 && (
        <Section title={t.list.done}>
          <CardList items={done.map(card)} level={3} />
        </Section>
      )}
    </Page>
  );
}

function useCard(names: ApprovalsPageProps['names']): (one: SeenRequest) => Card {
  const t = useTexts(texts);
  const { language } = usePage();
  return ({ request, state, fault }) => ({
    href: `/handlaggning/godkannanden/${request.authority}/${request.id}`,
    title: request.summary.what[language],
    text: [names.get(request.authority)?.name, request.amount && formatMoney(request.amount, language)]
      .filter(Boolean)
      .join(' · '),
    meta: (
      <>
        {t.list.proposed(request.proposerName)}
        {state === 'open' && (
          <>
            {' · '}
            {t.list.until} <Moment at={request.deadline} zone="Europe/Stockholm" short />
          </>
        )}
        {state === 'open' && fault !== null && ` · ${t.fault[fault]}`}
      </>
    ),
    tag: <Tag tone={tones[state]}>{t.state[state]}</Tag>,
  });
}
