import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  errorAt,
  type FieldError,
  FileField,
  Form,
  Page,
  type PageAuthority,
  Prose,
  TextArea,
  useTexts,
} from '../../../kernel/html/index.ts';
import { COMPLETION_MOST } from '../schema.ts';
import { texts } from '../texts/index.ts';

export type CompletePageProps = {
  readonly href: string;
  readonly brand: PageAuthority;
  readonly title: string;
  readonly question: string;
  readonly text: string;
  readonly transaction: string;
  readonly errors: readonly FieldError[];
};

/** Answering a request for completion: in words, with files, or both. */
export function CompletePage({ href, brand, title, question, text, transaction, errors }: CompletePageProps) {
  const t = useTexts(texts);
  return (
    <Page
      title={t.complete.title}
      kicker={title}
      authority={brand}
      hasErrors={errors.length > 0}
      breadcrumbs={[
        { href: '/mina-sidor/arenden', label: t.own.listTitle },
        { href, label: title },
      ]}
    >
      <ErrorSummary errors={errors} />
      <Alert title={t.own.question}>
        <Prose text={question} />
      </Alert>
      <Form action={`${href}/komplettera`} multipart>
        <input type="hidden" name="transaction" value={transaction} />
        <TextArea
          name="text"
          label={t.complete.text}
          value={text}
          limit={COMPLETION_MOST}
          error={errorAt(errors, 'text')}
        />
        <FileField
          name="files"
          label={t.complete.files}
          optional
          multiple
          accept=".pdf,.png,.jpg,.jpeg"
          typeNames="PDF, PNG, JPG"
          largestMegabytes={10}
          error={errorAt(errors, 'files')}
        />
        <Actions>
          <Button>{t.complete.send}</Button>
          <ButtonLink href={href} variant="tertiary">
            {t.complete.back}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
