import {
  Actions,
  Button,
  DateField,
  type DateParts,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Page,
  Section,
  Select,
  Table,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Effect } from '../preview/preview-change.ts';
import type { changeableFigures } from '../preview/supposed-change.ts';
import { figureNameOf } from '../texts/figure-names.ts';
import { texts } from '../texts/index.ts';
import { amountText } from './amount.ts';
import { monthText } from './month.ts';

/** What was asked, kept beside the answer. */
export type AskedChange = {
  readonly key: string;
  readonly value: string;
  readonly from: Temporal.PlainDate | DateParts;
};

export const raiseKey = 'raise';

export type RulePreviewPageProps = {
  readonly figures: ReturnType<typeof changeableFigures>;
  readonly asked: AskedChange;
  readonly effects?: readonly Effect[];
  readonly errors?: readonly FieldError[];
  /** The employers for whom the reader may propose it. */
  readonly handles?: readonly AuthorityId[];
};

/** Whom a change of rule or agreement touches and what it costs, before anybody has decided on it. */
export function RulePreviewPage({ figures, asked, effects, errors = [], handles = [] }: RulePreviewPageProps) {
  const { preview: t, board } = useTexts(texts);
  const { language } = usePage();
  const { from } = asked;
  const touched = (effects ?? []).filter((one) => one.touched > 0 && handles.includes(one.authority.id));
  const proposable = [...new Map(touched.map(({ authority }) => [authority.id, authority])).values()];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumbs={[{ href: '/lon', label: board.title }]}
      width="wide"
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Form action="/lon/regler">
        <Select
          name="key"
          label={t.what}
          value={asked.key}
          empty={null}
          choices={[
            { value: raiseKey, label: t.raise },
            ...figures.map(({ key, now }) => ({ value: key, label: t.figure(figureNameOf(key)[language], now) })),
          ]}
        />
        <TextField
          name="value"
          label={t.value}
          hint={t.valueHint}
          value={asked.value}
          error={errorAt(errors, 'value')}
          inputMode="decimal"
          width="short"
        />
        <DateField name="from" label={t.from} example="1 8 2026" value={asked.from} error={errorAt(errors, 'from')} />
        <Actions>
          <Button>{t.ask}</Button>
        </Actions>
      </Form>
      {effects && (
        <Section title={t.effects} id="verkan">
          {effects.length === 0 ? (
            <EmptyState title={t.none}>{t.noneText}</EmptyState>
          ) : (
            <Table
              caption={t.effects}
              captionHidden
              rows={effects}
              rowKey={({ authority, month }) => `${authority.slug} ${month}`}
              columns={[
                { header: board.employer, names: true, cell: ({ authority }) => authority.name },
                { header: board.month, cell: ({ month }) => monthText(month, language) },
                { header: t.touched, align: 'end', cell: ({ touched, people }) => t.of(touched, people) },
                { header: t.gross, align: 'end', cell: (one) => money(one, one.gross) },
                { header: t.cost, align: 'end', cell: (one) => money(one, one.cost) },
                { header: t.total, align: 'end', cell: (one) => money(one, one.gross + one.cost) },
                { header: t.net, align: 'end', cell: (one) => money(one, one.net) },
              ]}
            />
          )}
          {effects.some(({ units }) => units.length > 0) && (
            <Table
              caption={t.units}
              rows={effects.flatMap((one) => one.units.map((unit) => ({ one, unit })))}
              rowKey={({ one, unit }) => `${one.authority.slug} ${one.month} ${unit.unit}`}
              columns={[
                { header: t.unit, names: true, cell: ({ unit }) => unit.unit },
                { header: board.employer, cell: ({ one }) => one.authority.name },
                { header: board.month, cell: ({ one }) => monthText(one.month, language) },
                { header: t.touched, align: 'end', cell: ({ unit }) => String(unit.touched) },
                { header: t.total, align: 'end', cell: ({ one, unit }) => money(one, unit.total) },
              ]}
            />
          )}
          <p class="al-muted">{t.nothingStored}</p>
          {proposable.length > 0 && (
            <>
              <p>{t.proposeLead}</p>
              <Actions>
                {proposable.map(({ id, slug, name }) => (
                  <Form key={id} action="/lon/regler/foresla" class="al-form al-form--inline">
                    <input type="hidden" name="key" value={asked.key} />
                    <input type="hidden" name="value" value={asked.value} />
                    <input type="hidden" name="from-day" value={from.day} />
                    <input type="hidden" name="from-month" value={from.month} />
                    <input type="hidden" name="from-year" value={from.year} />
                    <input type="hidden" name="authority" value={slug} />
                    <Button variant="secondary">{t.propose(name)}</Button>
                  </Form>
                ))}
              </Actions>
            </>
          )}
        </Section>
      )}
    </Page>
  );

  function money({ authority }: Effect, amount: number): string {
    return amountText(amount, authority.country === 'SE' ? 'SE' : 'AX', language);
  }
}
