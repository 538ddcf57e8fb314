import { Alert, EmptyState, Moment, Page, Section, useTexts } from '../../../kernel/html/index.ts';
import type { ReceivedMail } from '../received-mail.ts';
import { texts } from '../texts/index.ts';

/** @param mail null when the mail server of the development environment does not answer */
export function ReceivedMailPage({ mail }: { readonly mail: readonly ReceivedMail[] | null }) {
  const t = useTexts(texts).development;
  return (
    <Page title={t.title} lead={t.lead}>
      {mail === null && <Alert tone="warning">{t.unreachable}</Alert>}
      {mail?.length === 0 && (
        <EmptyState title={t.empty}>
          <p>{t.emptyWhy}</p>
        </EmptyState>
      )}
      {mail?.map((one) => (
        <Section key={one.messageId + one.at} title={one.subject}>
          <p class="al-muted">
            {t.to} {one.to.join(', ')} · <Moment at={Temporal.Instant.from(one.at)} zone="Europe/Stockholm" short />
          </p>
          <MailText text={one.text} />
        </Section>
      ))}
    </Page>
  );
}

/** Paragraphs as they were written, with the addresses as links. */
function MailText({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p key={paragraph}>
            {paragraph.split(/(https?:\/\/\S+)/).map((part) =>
              part.startsWith('http') ? (
                <a key={part} class="ds-link" href={part}>
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        ))}
    </>
  );
}
