import {
  Actions,
  Button,
  EmptyState,
  Form,
  Page,
  Section,
  Select,
  Table,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Effect } from '../preview/preview-change.ts';
import type { changeableFigures } from '../preview/supposed-change.ts';
import { texts } from '../texts/index.ts';
import { amountText } from './amount.ts';
import { monthText } from './month.ts';

/** What was asked, kept beside the answer. */
export type AskedChange = { readonly key: string; readonly value: string; readonly from: string };

export const raiseKey = 'raise';

export type RulePreviewPageProps = {
  readonly figures: ReturnType<typeof changeableFigures>;
  readonly asked: AskedChange;
  readonly effects?: readonly Effect[];
};

/** Whom a change of rule or agreement touches and what it costs, before anybody has decided on it. */
export function RulePreviewPage({ figures, asked, effects }: RulePreviewPageProps) {
  const { preview: t, board } = useTexts(texts);
  const { language } = usePage();
  return (
    <Page title={t.title} lead={t.lead} breadcrumbs={[{ href: '/lon', label: board.title }]} width="wide">
      <Form action="/lon/regler">
        <Select
          name="key"
          label={t.what}
          value={asked.key}
          empty={null}
          choices={[
            { value: raiseKey, label: t.raise },
            ...figures.map(({ key, now }) => ({ value: key, label: t.figure(key, now) })),
          ]}
        />
        <TextField
          name="value"
          label={t.value}
          hint={t.valueHint}
          value={asked.value}
          inputMode="decimal"
          width="short"
        />
        <TextField name="from" label={t.from} hint={t.fromHint} value={asked.from} width="short" />
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
          <p class="al-muted">{t.nothingStored}</p>
        </Section>
      )}
    </Page>
  );

  function money({ authority }: Effect, amount: number): string {
    return amountText(amount, authority.country === 'SE' ? 'SE' : 'AX', language);
  }
}
