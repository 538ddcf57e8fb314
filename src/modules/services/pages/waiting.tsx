import {
  Actions,
  Button,
  ButtonLink,
  dayText,
  Form,
  momentText,
  Page,
  Section,
  SummaryList,
  type TimeZone,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { texts } from '../texts/index.ts';

export type WaitingProps = {
  readonly title: string;
  readonly authorityName: string;
  /** `name` is null for a protected identity. */
  readonly signers: readonly { readonly name: string | null; readonly signedAt: Temporal.Instant | null }[];
  readonly lastDay: Temporal.PlainDate;
  readonly zone: TimeZone;
  readonly signingHref: string;
  readonly draftHref: string;
};

/** An application that others must sign before it is sent: who, until when, and how to take it back. */
export function WaitingPage(props: WaitingProps) {
  const t = useTexts(texts).cosign;
  const { language } = usePage();
  const { signers, draftHref } = props;
  const nameOf = (name: string | null) => name ?? t.protectedPerson;
  const awaited = signers.filter(({ signedAt }) => signedAt === null).map(({ name }) => nameOf(name));
  const names = new Intl.ListFormat(language).format(awaited);
  return (
    <Page
      title={t.title}
      kicker={props.title}
      lead={awaited.length > 0 ? t.lead(names) : undefined}
      breadcrumbs={[{ href: '/mina-sidor', label: useTexts(texts).front.ownLink }]}
    >
      <p>{t.text(dayText(props.lastDay, language), props.authorityName)}</p>
      <Section title={t.who}>
        <SummaryList
          rows={signers.map(({ name, signedAt }) => ({
            label: nameOf(name),
            value: signedAt ? t.signed(momentText(signedAt, props.zone, language)) : t.awaited,
          }))}
        />
        <p>{t.tell}</p>
      </Section>
      <Form action={`${draftHref}/oppna`}>
        <p class="al-muted">{t.openText}</p>
        <Actions>
          <ButtonLink href={props.signingHref}>{t.toSigning}</ButtonLink>
          <Button variant="secondary">{t.open}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
