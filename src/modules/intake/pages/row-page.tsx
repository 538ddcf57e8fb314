import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Page,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import type { IntakeFile } from '../file.ts';
import type { IntakeTarget } from '../target.ts';
import { texts } from '../texts/index.ts';

export type RowPageProps = {
  readonly office: Office;
  /** The address of the desk's list. */
  readonly home: string;
  readonly file: IntakeFile;
  readonly target: IntakeTarget;
  readonly number: number;
  readonly why: readonly string[];
  /** By the column's name. */
  readonly cells: Readonly<Record<string, string>>;
  /** The row's own text, when it could not be split into columns. */
  readonly asFound: string | null;
  readonly errors: readonly FieldError[];
};

/** A row in quarantine: its cells as they stand in the file, to be mended and taken. */
export function RowPage({ office, home, file, target, number, why, cells, asFound, errors }: RowPageProps) {
  const { row: t, list } = useTexts(texts);
  const { language } = usePage();
  const href = `${home}/${file.file}`;
  return (
    <Page
      title={t.title(number)}
      kicker={office.name}
      lead={t.lead}
      hasErrors={errors.length > 0}
      breadcrumbs={[
        { href: home, label: list.title },
        { href, label: file.name },
      ]}
    >
      <ErrorSummary errors={errors} />
      <Alert tone="warning" title={t.why}>
        {why.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Alert>
      {asFound !== null && (
        <p>
          {t.asFound} <code>{asFound}</code>
        </p>
      )}
      <Form action={`${href}/rad/${number}`}>
        {target.fields.map((field) => {
          const source = file.body.fields[field.name]?.source ?? '';
          if (source === '') return null;
          const name = `cell.${field.name}`;
          const label = field.label[language];
          return (
            <TextField
              key={field.name}
              name={name}
              label={source.toLowerCase() === label.toLowerCase() ? label : `${label} (${source})`}
              value={cells[source] ?? ''}
              error={errorAt(errors, name)}
              autocomplete="off"
              optional={!field.required}
            />
          );
        })}
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
