import {
  Actions,
  Alert,
  Button,
  CheckboxGroup,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Moment,
  Page,
  RadioGroup,
  Section,
  Table,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import { type ListedClient, machineRights } from '../../../kernel/machine-clients/index.ts';
import { AdministrationNavigation, type Authority, brandOf } from '../../directory/index.ts';
import { texts } from '../texts/index.ts';

export const validDays = ['30', '180', '365'] as const;

export type KeysProps = {
  readonly authority: Authority;
  readonly clients: readonly ListedClient[];
  readonly now: Temporal.Instant;
  /** The key that has just been made. */
  readonly made: string | null;
  readonly typed: { readonly name: string; readonly days: string; readonly rights: readonly string[] };
  readonly errors: readonly FieldError[];
};

/** Which other systems may ask, and a key for one more. */
export function KeysPage({ authority, clients, now, made, typed, errors }: KeysProps) {
  const t = useTexts(texts).keys;
  const url = `/administration/${authority.slug}/nycklar`;
  function state({ endedAt, expiresAt }: ListedClient): string {
    if (endedAt) return t.ended;
    return Temporal.Instant.compare(expiresAt, now) > 0 ? t.active : t.expired;
  }
  return (
    <Page
      title={t.title}
      kicker={authority.name}
      lead={t.lead}
      authority={brandOf(authority)}
      width="wide"
      hasErrors={errors.length > 0}
    >
      <AdministrationNavigation authority={authority} current="keys" />
      <ErrorSummary errors={errors} />
      {made !== null && (
        <Alert tone="success" title={t.madeTitle} announced>
          <p>{t.madeText}</p>
          <p>
            <code class="al-break">{made}</code>
          </p>
        </Alert>
      )}
      <Form action={url}>
        <TextField
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={typed.name}
          width="half"
          autocomplete="off"
          error={errorAt(errors, 'name')}
        />
        <CheckboxGroup
          name="rights"
          label={t.rights}
          hint={t.rightsHint}
          values={typed.rights}
          choices={machineRights.map((value) => ({ value, label: t.right[value] }))}
          error={errorAt(errors, 'rights')}
        />
        <RadioGroup
          name="days"
          label={t.days}
          value={typed.days}
          choices={validDays.map((value) => ({ value, label: t.dayChoices[value] }))}
        />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
      <Section title={t.listTitle}>
        {clients.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <Table
            caption={t.caption}
            captionHidden
            rows={clients}
            rowKey={({ id }) => id}
            columns={[
              { header: t.colName, names: true, cell: ({ name }) => name },
              { header: t.colRights, cell: ({ rights }) => rights.map((one) => t.right[one]).join(', ') },
              { header: t.colMade, cell: ({ madeBy }) => madeBy },
              {
                header: t.colUntil,
                cell: ({ expiresAt }) => <Moment at={expiresAt} zone="Europe/Stockholm" short dayOnly />,
              },
              { header: t.colState, cell: state },
              {
                header: t.act,
                cell: (client) =>
                  client.endedAt === null && (
                    <Form action={`${url}/${client.id}/avsluta`} class="al-inline">
                      <Button variant="secondary" size="sm" context={client.name}>
                        {t.end}
                      </Button>
                    </Form>
                  ),
              },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
