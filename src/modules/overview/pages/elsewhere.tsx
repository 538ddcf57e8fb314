import {
  Alert,
  ButtonLink,
  Day,
  Moment,
  Page,
  Section,
  SummaryList,
  type SummaryRow,
  Tag,
  Timeline,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Asked } from '../ask-sources.ts';
import type { ShownItem } from '../same-case.ts';
import { texts } from '../texts/index.ts';
import { overviewHref } from './overview.tsx';
import { Trouble } from './parts.tsx';

export type ElsewhereProps = { readonly item: ShownItem; readonly asked: Asked };

/** A case that another authority handles: all that they tell, and where one acts. */
export function ElsewherePage({ item, asked }: ElsewhereProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { answer } = asked;
  function day(counted: { readonly on: string; readonly counted: string }) {
    return (
      <>
        <Day on={Temporal.PlainDate.from(counted.on)} />
        <br />
        <span class="al-muted">
          {t.item.counted}: {counted.counted}
        </span>
      </>
    );
  }
  const rows: SummaryRow[] = [
    ...(item.kind ? [{ label: t.item.kind, value: item.kind }] : []),
    { label: t.item.authority, value: item.authority },
    { label: t.item.status, value: <Tag>{item.status.words}</Tag> },
    { label: t.item.ball, value: t.ball[item.ball] },
    ...(item.reference !== null ? [{ label: t.item.reference, value: item.reference }] : []),
    ...(item.nextStep !== null ? [{ label: t.item.next, value: item.nextStep }] : []),
    ...(item.deadline ? [{ label: t.item.answerBy, value: day(item.deadline) }] : []),
    ...(item.expected ? [{ label: t.item.expected, value: day(item.expected) }] : []),
    ...(item.parties.length > 0 ? [{ label: t.item.parties, value: item.parties.join(', ') }] : []),
    ...(item.related.length > 0 ? [{ label: t.item.related, value: item.related.join(', ') }] : []),
    { label: t.item.source, value: asked.source.name[language] },
    ...(answer.state === 'answered' || answer.state === 'stale'
      ? [{ label: t.item.asOf, value: <Moment at={answer.asOf} zone="Europe/Stockholm" /> }]
      : []),
  ];
  const events = [...item.events].reverse();
  return (
    <Page
      title={item.title}
      breadcrumbs={[
        { href: '/mina-sidor', label: t.home },
        { href: overviewHref, label: t.title },
      ]}
    >
      <Trouble asked={asked} />
      {item.ball === 'me' && item.nextStep !== null && (
        <Alert tone="warning" title={t.ball.me}>
          {item.nextStep}
        </Alert>
      )}
      {item.href === null ? (
        <p>{t.item.noLink}</p>
      ) : (
        <p>
          <ButtonLink href={item.href}>{t.item.act(item.authority)}</ButtonLink> <span>{t.item.actHint}</span>
        </p>
      )}
      <SummaryList title={t.item.facts} rows={rows} />
      {item.documents.length > 0 && (
        <Section title={t.item.documents}>
          <ul>
            {item.documents.map(({ title, href }) => (
              <li key={title}>{href === null ? title : <a href={href}>{title}</a>}</li>
            ))}
          </ul>
        </Section>
      )}
      {events.length > 0 && (
        <Section title={t.item.timeline}>
          <Timeline
            zone="Europe/Stockholm"
            items={events.map(({ at, words }) => ({
              key: `${at} ${words}`,
              at: Temporal.Instant.from(at),
              title: words,
            }))}
          />
        </Section>
      )}
    </Page>
  );
}
