import {
  Actions,
  Alert,
  Button,
  CardList,
  EmailField,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Page,
  RadioGroup,
  Section,
  SummaryList,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { type Language, languages } from '../../../kernel/texts.ts';
import { type SaidOfSelf, WhatRegistersSay } from '../../base-registers/index.ts';
import type { OwnAddress } from '../address.ts';
import { texts } from '../texts/index.ts';

export type DetailsProps = {
  readonly name: string;
  readonly isProtected: boolean;
  readonly address: OwnAddress;
  readonly registered: SaidOfSelf;
  readonly language: Language;
  /** What was typed, when it was refused. */
  readonly typed?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
};

export function MyDetails({ name, isProtected, address, registered, language, typed, errors = [] }: DetailsProps) {
  const t = useTexts(texts).details;
  const { reader } = usePage();
  return (
    <Page title={t.title} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <SummaryList
        rows={[
          { label: t.name, value: name },
          { label: t.signedInAs, value: reader && t.assurance[reader.assurance] },
        ]}
      />
      {isProtected && (
        <Alert>
          <p>{t.protected}</p>
        </Alert>
      )}
      <EmailSection address={address} typed={typed} errors={errors} />
      <Section title={t.language.title} id="sprak">
        <Form action="/mina-sidor/uppgifter/sprak">
          <RadioGroup
            name="language"
            label={t.language.label}
            value={language}
            choices={languages.map((one) => ({ value: one, label: t.language[one] }))}
            inline
          />
          <Actions>
            <Button variant="secondary">{t.language.save}</Button>
          </Actions>
        </Form>
      </Section>
      <WhatRegistersSay said={registered} />
      <Section title={t.more}>
        <CardList
          level={3}
          items={[
            { href: '/mina-sidor/sessioner', title: t.sessions },
            { href: '/mina-sidor/logg', title: t.trail },
          ]}
        />
      </Section>
    </Page>
  );
}

type EmailProps = Required<Pick<DetailsProps, 'address' | 'errors' | 'typed'>>;

function EmailSection({ address, typed, errors = [] }: EmailProps) {
  const t = useTexts(texts).details.email;
  return (
    <Section title={t.title} id="e-post">
      <p>{t.why}</p>
      {address.verified ? (
        <SummaryList rows={[{ label: t.verified, value: address.verified }]} />
      ) : (
        <p class="al-muted">{t.none}</p>
      )}
      {address.claimed && (
        <Alert>
          <p>{t.waiting(address.claimed)}</p>
        </Alert>
      )}
      <Form action="/mina-sidor/uppgifter/e-post">
        <EmailField
          name="address"
          label={address.verified ? t.labelNew : t.label}
          value={typed}
          error={errorAt(errors, 'address')}
        />
        <Actions>
          <Button variant="secondary">{t.save}</Button>
        </Actions>
      </Form>
      {(address.verified || address.claimed) && (
        <Form action="/mina-sidor/uppgifter/e-post/ta-bort">
          <Button variant="tertiary" tone="danger">
            {t.remove}
          </Button>
        </Form>
      )}
    </Section>
  );
}

/** A link has been followed; a button confirms, since machines follow links too. */
export function ConfirmAddress({ address, token }: { readonly address: string; readonly token: string }) {
  const t = useTexts(texts).details;
  return (
    <Page title={t.confirmTitle}>
      <p>
        {t.confirmText} <strong>{address}</strong>
      </p>
      <Form action={`/mina-sidor/uppgifter/bekrafta/${encodeURIComponent(token)}`}>
        <Actions>
          <Button variant="primary">{t.confirm}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
