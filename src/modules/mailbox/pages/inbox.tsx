import {
  ButtonLink,
  type Card,
  CardList,
  EmptyState,
  Moment,
  Page,
  Pagination,
  Tag,
  useTexts,
} from '../../../kernel/html/index.ts';
import { type InboxItem, zoneOf } from '../message.ts';
import { texts } from '../texts/index.ts';

export type InboxProps = {
  readonly items: readonly InboxItem[];
  /** Where the list goes on; null at its end. */
  readonly next: string | null;
  /** False on the pages after the first. */
  readonly first: boolean;
};

export const inboxHref = '/mina-sidor/meddelanden';

const tones = {
  decision: 'accent',
  question: 'warning',
  information: 'neutral',
} as const satisfies Record<InboxItem['kind'], string>;

/** The mailbox, newest first. */
export function InboxPage({ items, next, first }: InboxProps) {
  const t = useTexts(texts);
  const nextHref = next === null ? undefined : `${inboxHref}?fore=${encodeURIComponent(next)}`;
  return (
    <Page title={t.inbox.title} lead={t.inbox.lead} breadcrumbs={[{ href: '/mina-sidor', label: t.overview }]}>
      {items.length > 0 && <CardList items={items.map((item) => cardOf(item, t))} />}
      {items.length === 0 && first && <EmptyState title={t.inbox.empty}>{t.inbox.emptyWhy}</EmptyState>}
      {items.length === 0 && !first && <p>{t.inbox.end}</p>}
      <Pagination nextHref={nextHref} />
      {!first && (
        <p>
          <ButtonLink href={inboxHref} variant="tertiary">
            {t.inbox.newest}
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}

function cardOf(item: InboxItem, t: ReturnType<typeof useTexts<typeof texts.sv>>): Card {
  return {
    href: `${inboxHref}/${item.id}`,
    title: item.subject,
    meta: (
      <>
        {item.sender.name} · <Moment at={item.deliveredAt} zone={zoneOf(item.sender)} short dayOnly />
        {item.attachments > 0 && ` · ${t.inbox.attachments(item.attachments)}`}
      </>
    ),
    tag: <Tag tone={tones[item.kind]}>{t.kind[item.kind]}</Tag>,
    unread: item.openedAt === null ? t.inbox.unread : undefined,
  };
}
