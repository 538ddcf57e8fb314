import {
  Actions,
  ButtonLink,
  Confirmation,
  dayText,
  Moment,
  Page,
  type PageAuthority,
  Section,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { Contact } from '../../services/index.ts';
import type { Receipt } from '../receipt.ts';
import { texts } from '../texts/index.ts';
import { zoneOf } from '../zone.ts';
import { Answers } from './answers.tsx';

export type ReceiptPageProps = { readonly receipt: Receipt; readonly brand: PageAuthority; readonly caseHref: string };

/** It has arrived: the number to keep, and what happens next. */
export function ReceiptPage({ receipt, brand, caseHref }: ReceiptPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  return (
    <Page title={t.receipt.title} kicker={receipt.title} authority={brand}>
      <Confirmation heading={t.receipt.heading} reference={receipt.diaryNumber}>
        <p>
          <Moment at={receipt.filedAt} zone={zoneOf(receipt.authority)} />
        </p>
        <p>{t.receipt.kept}</p>
      </Confirmation>
      <Section title={t.receipt.next}>
        <p>{t.receipt.reply(receipt.authority.name, dayText(receipt.dueOn, language))}</p>
        <p>{t.receipt.message}</p>
      </Section>
      <Actions>
        <ButtonLink href={caseHref}>{t.receipt.toCase}</ButtonLink>
        <ButtonLink href={`${caseHref}/kvitto.pdf`} variant="secondary" download>
          {t.own.receiptPdf}
        </ButtonLink>
        <ButtonLink href="/mina-sidor" variant="tertiary">
          {t.receipt.toHome}
        </ButtonLink>
      </Actions>
      <Section title={t.own.answers}>
        <Answers sections={receipt.answers} />
      </Section>
      <Section title={t.receipt.contact}>
        <Contact contact={receipt.authority.contact} />
      </Section>
    </Page>
  );
}
