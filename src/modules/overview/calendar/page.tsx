import { Actions, Alert, Button, Form, Moment, Page, Section, useTexts } from '../../../kernel/html/index.ts';
import { overviewHref } from '../pages/overview.tsx';
import type { Feed } from '../store/calendar-feed.ts';
import { texts } from '../texts/index.ts';

export const calendarHref = `${overviewHref}/kalender`;

export type CalendarPageProps = {
  readonly feed: Feed | null;
  /** Just made: shown this once. */
  readonly address: string | null;
};

/** An address by which one's own calendar fetches the days; made, made anew and ended here. */
export function CalendarPage({ feed, address }: CalendarPageProps) {
  const all = useTexts(texts);
  const t = all.calendar;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumbs={[
        { href: '/mina-sidor', label: all.home },
        { href: overviewHref, label: all.title },
      ]}
    >
      {address !== null && (
        <Alert tone="success" title={t.madeTitle} announced>
          <p>{t.madeText}</p>
          <p>
            <code class="al-break">{address}</code>
          </p>
        </Alert>
      )}
      <Section title={t.whatTitle}>
        <ul>
          {t.what.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      {feed && (
        <p>
          {t.madeAt} <Moment at={feed.madeAt} zone="Europe/Stockholm" />.{' '}
          {feed.readAt ? (
            <>
              {t.readAt} <Moment at={feed.readAt} zone="Europe/Stockholm" />.
            </>
          ) : (
            t.notRead
          )}
        </p>
      )}
      <Form action={calendarHref}>
        {feed && <p>{t.againHint}</p>}
        <Actions>
          <Button>{feed ? t.again : t.make}</Button>
        </Actions>
      </Form>
      {feed && (
        <Form action={`${calendarHref}/avsluta`}>
          <Actions>
            <Button variant="secondary">{t.end}</Button>
          </Actions>
        </Form>
      )}
    </Page>
  );
}
