import {
  Actions,
  ButtonLink,
  Confirmation,
  momentText,
  Page,
  SummaryList,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { mandatesHref } from '../mandates-href.ts';
import { plainWords } from '../plain-words.ts';
import { doerIn, RECEIPT_ZONE, type Receipt } from '../receipt.ts';
import { texts } from '../texts/index.ts';
import { writeTexts } from '../write-texts/index.ts';

/** What has been done, from which moment; the same as the paper that can be kept. */
export function ReceiptPage({ receipt }: { readonly receipt: Receipt }) {
  const t = useTexts(texts);
  const w = useTexts(writeTexts).receipt;
  const { language } = usePage();
  const { mandate, act, at, by } = receipt;
  const href = `${mandatesHref}/${mandate.id}`;
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(', ');
  return (
    <Page title={w.heading[act]} kicker={w.title} breadcrumbs={[{ href: mandatesHref, label: t.title }]}>
      <Confirmation heading={plainWords(mandate.terms, language).title}>
        <p>{t.mandate.receiptAt(momentText(at, RECEIPT_ZONE, language))}</p>
        <p>{w.effect[act]}</p>
      </Confirmation>
      <SummaryList
        rows={[
          { label: w.by, value: doerIn(mandate, by, language) },
          { label: w.givers, value: names(mandate.terms.grantors) },
          { label: w.holders, value: names(mandate.terms.holders) },
          { label: w.reference, value: mandate.id },
        ]}
      />
      <Actions>
        <ButtonLink href={`${href}/kvitto.pdf`} download>
          {w.pdf}
        </ButtonLink>
        <ButtonLink href={href} variant="secondary">
          {w.what}
        </ButtonLink>
        <ButtonLink href={mandatesHref} variant="tertiary">
          {t.title}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
