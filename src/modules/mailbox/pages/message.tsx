import { ButtonLink, Moment, Page, Section, SummaryList, useTexts } from '../../../kernel/html/index.ts';
import { type Message, type NumberedAttachment, paragraphs, zoneOf } from '../message.ts';
import { texts } from '../texts/index.ts';
import { inboxHref } from './inbox.tsx';

export type MessageProps = {
  readonly message: Message;
  readonly attachments: readonly NumberedAttachment[];
  /** The page of the case it is about. */
  readonly caseHref: string | null;
  readonly payslipHref: string | null;
};

/** One message: from whom, about what, what it says, and what to do next. */
export function MessagePage({ message, attachments, caseHref, payslipHref }: MessageProps) {
  const t = useTexts(texts);
  const { sender, caseRef } = message;
  return (
    <Page
      title={message.subject}
      kicker={t.kind[message.kind]}
      breadcrumbs={[
        { href: '/mina-sidor', label: t.overview },
        { href: inboxHref, label: t.inbox.title },
      ]}
    >
      <SummaryList
        rows={[
          { label: t.message.from, value: sender.name },
          { label: t.message.arrived, value: <Moment at={message.deliveredAt} zone={zoneOf(sender)} /> },
          ...(caseRef?.number ? [{ label: t.message.case, value: caseRef.number }] : []),
        ]}
      />
      <article class="al-flow" lang={message.language}>
        {paragraphs(message.body).map((text, index) => (
          <p key={text} class="al-prose">
            {isLeading(message.kind, text, index) ? <strong>{text}</strong> : text}
          </p>
        ))}
      </article>
      {attachments.length > 0 && <Attachments message={message} attachments={attachments} />}
      <div class="al-actions">
        {caseHref !== null && (
          <ButtonLink href={caseHref} variant={message.kind === 'question' ? 'primary' : 'secondary'}>
            {message.kind === 'question' ? t.message.answer : t.message.toCase}
          </ButtonLink>
        )}
        {message.mandate !== null && (
          <ButtonLink href={`/mina-sidor/fullmakter/${message.mandate}`} variant="secondary">
            {t.message.toMandate}
          </ButtonLink>
        )}
        {payslipHref !== null && (
          <ButtonLink href={payslipHref} variant="secondary">
            {t.message.toPayslip}
          </ButtonLink>
        )}
        <ButtonLink href={inboxHref} variant="tertiary">
          {t.message.back}
        </ButtonLink>
      </div>
    </Page>
  );
}

function Attachments({ message, attachments }: Pick<MessageProps, 'message' | 'attachments'>) {
  const t = useTexts(texts);
  return (
    <Section title={t.message.attachments}>
      <ul>
        {attachments.map(({ number, name }) => (
          <li key={number}>
            <a class="ds-link" href={`${inboxHref}/${message.id}/bilaga/${number}`} download>
              {t.message.download(name)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A letter is plain text: what was decided stands first, and a line that ends in a colon leads what follows. */
function isLeading(kind: Message['kind'], text: string, index: number): boolean {
  return (kind === 'decision' && index === 0) || (text.endsWith(':') && !text.includes('\n'));
}
