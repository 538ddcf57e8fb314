import {
  Actions,
  Button,
  EmptyState,
  errorAt,
  type FieldError,
  Form,
  Moment,
  Section,
  Table,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import type { SeenDeliveries } from '../destinations.ts';
import { texts } from '../texts/index.ts';

export type ArrivalsProps = Pick<SeenDeliveries, 'arrivals'> & {
  readonly office: Office;
  readonly href: string;
  readonly since: string;
  readonly errors: readonly FieldError[];
};

/** Files that other systems have sent, and what became of their rows. */
export function Arrivals({ arrivals, office, href, since, errors }: ArrivalsProps) {
  const { arrivals: t, list } = useTexts(texts);
  if (arrivals.length === 0) {
    return (
      <Section title={t.title}>
        <EmptyState title={t.none}>
          <p>{t.noneWhy}</p>
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title={t.title}>
      <Table
        caption={t.title}
        captionHidden
        rows={arrivals}
        rowKey={({ arrival }) => arrival}
        columns={[
          { header: list.columns.file, names: true, cell: ({ name }) => name },
          { header: t.from, cell: ({ originName }) => originName },
          { header: t.at, cell: ({ at }) => <Moment at={at} zone={office.zone} short /> },
          {
            header: t.became,
            cell: ({ became }) =>
              became && t.rows(became.taken, became.unchanged, became.quarantined, became.state === 'settled'),
          },
          { header: t.digest, cell: ({ digest }) => <code>{digest.slice(0, 12)}</code> },
        ]}
      />
      <Form action={`${href}/in/igen`}>
        <TextField
          name="fran"
          label={t.since}
          hint={t.againHint}
          value={since}
          error={errorAt(errors, 'fran')}
          width="half"
          autocomplete="off"
        />
        <Actions>
          <Button variant="secondary">{t.again}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
