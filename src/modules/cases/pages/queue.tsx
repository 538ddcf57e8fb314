import {
  Button,
  Day,
  EmptyState,
  Form,
  LocalNavigation,
  Page,
  Pagination,
  Select,
  StatusTag,
  Table,
  Tag,
  useTexts,
} from '../../../kernel/html/index.ts';
import { stageOf } from '../case.ts';
import type { QueueView } from '../queue-view.ts';
import type { Queue, QueueLine } from '../read-queue.ts';
import { texts } from '../texts/index.ts';

export type QueuePageProps = {
  readonly queue: Queue;
  readonly view: QueueView;
  /** The slug of the authority that is shown alone. */
  readonly authority: string;
};

const views = ['alla', 'mina', 'lediga', 'vantar', 'snart', 'avslutade'] as const;

const names = {
  alla: 'all',
  mina: 'mine',
  lediga: 'unassigned',
  vantar: 'waiting',
  snart: 'due',
  avslutade: 'closed',
} as const satisfies Record<QueueView, string>;

/** ONE queue over all authorities that the official works for. */
export function QueuePage({ queue, view, authority }: QueuePageProps) {
  const t = useTexts(texts);
  const href = (show: QueueView) => `/handlaggning?visa=${show}${authority && `&myndighet=${authority}`}`;
  const late = (one: QueueLine) => one.phase === 'received' && Temporal.PlainDate.compare(one.dueOn, queue.today) < 0;
  return (
    <Page title={t.queue.title} lead={t.queue.lead} width="wide" look="dense">
      <LocalNavigation
        label={t.queue.filters}
        items={[
          ...views.map((show) => ({ href: href(show), label: t.queue[names[show]], current: show === view })),
          { href: '/handlaggning/gallring', label: t.queue.retention },
        ]}
      />
      {queue.authorities.length > 1 && (
        <Form action="/handlaggning" method="get" class="al-form al-form--inline">
          <input type="hidden" name="visa" value={view} />
          <Select
            name="myndighet"
            label={t.queue.authority}
            value={authority}
            empty={t.queue.everyAuthority}
            choices={queue.authorities.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <Button variant="secondary">{t.queue.apply}</Button>
        </Form>
      )}
      {queue.cases.length === 0 ? (
        <EmptyState title={t.queue.empty}>{t.queue.emptyText}</EmptyState>
      ) : (
        <Table
          caption={t.queue.caption}
          captionHidden
          rows={queue.cases}
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
            {
              header: t.queue.service,
              cell: (one) => (
                <>
                  {one.title}
                  {one.confidential && (
                    <>
                      {' '}
                      <Tag tone="danger">{t.queue.confidential}</Tag>
                    </>
                  )}
                </>
              ),
            },
            { header: t.queue.authority, cell: (one) => one.authorityName },
            {
              header: t.queue.applicant,
              cell: (one) => (one.protected ? <Tag tone="warning">{t.queue.protectedPerson}</Tag> : one.applicantName),
            },
            {
              header: t.queue.status,
              cell: (one) => <StatusTag stage={stageOf[one.phase]} label={t.phaseForOffice[one.phase]} />,
            },
            { header: t.queue.assignee, cell: (one) => one.assigneeName ?? t.queue.nobody },
            {
              header: t.queue.dueOn,
              cell: (one) => (
                <>
                  <Day on={one.dueOn} short />
                  {late(one) && (
                    <>
                      {' '}
                      <Tag tone="danger">{t.queue.late}</Tag>
                    </>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination nextHref={queue.next === null ? undefined : `${href(view)}&efter=${queue.next}`} />
    </Page>
  );
}
