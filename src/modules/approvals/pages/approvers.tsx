import {
  Actions,
  Button,
  Day,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  MoneyField,
  Page,
  Section,
  Select,
  Table,
  Tag,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import { formatMoney } from '../../../kernel/money.ts';
import type { SeenApprovers } from '../approver-list.ts';
import type { ApproverLine } from '../store/approvers.ts';
import { texts } from '../texts/index.ts';

export type ApproversPageProps = SeenApprovers & {
  readonly office: Office;
  readonly today: Temporal.PlainDate;
  readonly errors: readonly FieldError[];
  readonly answers: Readonly<Record<string, string>>;
};

type Standing = 'stands' | 'comes' | 'was' | 'ended';
const tones = { stands: 'success', comes: 'info', was: 'neutral', ended: 'neutral' } as const;

/** Who may release what others have proposed: by task, up to an amount, on which days. */
export function ApproversPage({ office, lines, officials, today, errors, answers }: ApproversPageProps) {
  const t = useTexts(texts).approvers;
  const { language } = usePage();
  const href = `/administration/${office.slug}/attest`;
  const nameOf = new Map(lines.map(({ party, name }) => [party, name]));
  const people = officials.flatMap(({ party, name, tasks }) =>
    tasks.map((task) => ({ value: `${party} ${task}`, label: `${name}, ${t.tasks[task]}` })),
  );
  const principals = lines.filter((line) => line.deputyFor === null && standingOf(line, today) === 'stands');
  return (
    <Page title={t.title} kicker={office.name} lead={t.lead} width="wide" hasErrors={errors.length > 0}>
      {office.navigation('approvers')}
      <ErrorSummary errors={errors} />
      <Section title={t.list}>
        {lines.length === 0 ? (
          <EmptyState title={t.none}>{t.noneText}</EmptyState>
        ) : (
          <Table
            caption={t.list}
            captionHidden
            rows={lines}
            rowKey={({ id }) => id}
            columns={[
              { header: t.who, names: true, cell: ({ name }) => name },
              { header: t.task, cell: ({ task }) => t.tasks[task] },
              {
                header: t.limit,
                cell: ({ limit, deputyFor }) =>
                  deputyFor === null
                    ? limit === null
                      ? t.anyAmount
                      : formatMoney(limit, language)
                    : t.deputyOf(nameOf.get(deputyFor) ?? ''),
              },
              { header: t.from, cell: ({ from }) => <Day on={from} /> },
              { header: t.to, cell: ({ to }) => (to === null ? t.untilFurther : <Day on={to} />) },
              {
                header: t.state,
                cell: (line) => {
                  const standing = standingOf(line, today);
                  return (
                    <>
                      <Tag tone={tones[standing]}>{t.states[standing]}</Tag>
                      {line.ended && ` ${line.ended.by}`}
                    </>
                  );
                },
              },
              {
                header: t.action,
                cell: (line) =>
                  line.ended === null &&
                  standingOf(line, today) !== 'was' && (
                    <Form action={`${href}/${line.id}/avsluta`} class="al-form al-form--inline">
                      <Button variant="secondary" size="sm" context={line.name}>
                        {t.remove}
                      </Button>
                    </Form>
                  ),
              },
            ]}
          />
        )}
      </Section>
      <Section title={t.add}>
        {people.length === 0 ? (
          <p>{t.nobody}</p>
        ) : (
          <Form action={href}>
            <Select name="who" label={t.who} value={answers.who} choices={people} error={errorAt(errors, 'who')} />
            <MoneyField
              name="limit"
              label={t.limit}
              hint={t.limitHint}
              currency={currencyOf(office)}
              value={answers.limit}
              error={errorAt(errors, 'limit')}
              optional
            />
            {principals.length > 0 && (
              <Select
                name="deputyFor"
                label={t.deputyFor}
                hint={t.deputyHint}
                value={answers.deputyFor}
                choices={principals.map(({ party, name, task }) => ({
                  value: party,
                  label: `${name}, ${t.tasks[task]}`,
                }))}
                error={errorAt(errors, 'deputyFor')}
                optional
              />
            )}
            <TextField
              name="from"
              label={t.from}
              hint={t.dayHint}
              value={answers.from ?? today.toString()}
              error={errorAt(errors, 'from')}
              width="short"
            />
            <TextField
              name="to"
              label={t.to}
              hint={t.toHint}
              value={answers.to}
              error={errorAt(errors, 'to')}
              width="short"
              optional
            />
            <Actions>
              <Button>{t.addButton}</Button>
            </Actions>
          </Form>
        )}
      </Section>
    </Page>
  );
}

/** What amounts are in at an office: Åland pays in euros. */
export function currencyOf({ zone }: Office): 'EUR' | 'SEK' {
  return zone === 'Europe/Stockholm' ? 'SEK' : 'EUR';
}

function standingOf({ ended, from, to }: ApproverLine, today: Temporal.PlainDate): Standing {
  if (ended !== null) return 'ended';
  if (Temporal.PlainDate.compare(today, from) < 0) return 'comes';
  return to !== null && Temporal.PlainDate.compare(today, to) > 0 ? 'was' : 'stands';
}
