import {
  Button,
  dayText,
  EmptyState,
  Form,
  Page,
  Section,
  SummaryList,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import type { RuleBook } from '../engine/rule-book.ts';
import type { PersonView } from '../read-person.ts';
import { texts as recoveryTexts } from '../recovery/texts/index.ts';
import type { MadePayslip } from '../run/make-payslip.ts';
import { texts } from '../texts/index.ts';
import { amountText } from './amount.ts';
import { FactList } from './fact-list.tsx';
import { findingReason } from './finding-reason.ts';
import { monthText } from './month.ts';
import { PayslipLines } from './payslip.tsx';

export type PersonPageProps = {
  readonly authority: Authority;
  readonly view: PersonView;
  readonly book: RuleBook;
  readonly wouldBe?: MadePayslip;
};

/** A person's month, now or as any past one was; and what it would be. */
export function PersonPage({ authority, view, book, wouldBe }: PersonPageProps) {
  const t = useTexts(texts);
  const overpaid = useTexts(recoveryTexts);
  const { language } = usePage();
  const { employee, facts, since, shown, findings, months, mayHandle } = view;
  const { country } = employee;
  const href = `/lon/${authority.slug}/person/${employee.id}`;
  const salary = facts.findLast((fact) => fact.kind === 'salary');
  return (
    <Page
      title={employee.name}
      kicker={`${authority.name} · ${employee.number}`}
      breadcrumbs={[
        { href: '/lon', label: t.board.title },
        ...(shown
          ? [
              {
                href: `/lon/${authority.slug}/${shown.row.run}`,
                label: `${t.run.title} ${monthText(shown.row.from, language)}`,
              },
            ]
          : []),
      ]}
      width="wide"
    >
      {shown === null ? (
        <EmptyState title={t.board.none} />
      ) : (
        <Section title={`${t.person.lines}, ${monthText(shown.row.from, language)}`}>
          <p class="al-muted">
            {shown.row.at === null
              ? t.person.draft
              : `${t.person.paid} ${dayText(Temporal.PlainDate.from(shown.row.paymentDate), language)}`}
          </p>
          <ul class="ds-list">
            {findings.map((one) => (
              <li key={one.kind}>
                {t.findings[one.kind]}
                {one.cause === null
                  ? `. ${findingReason(one.kind, one.detail, country, language)}`
                  : `: ${causeText(one.cause, t.causes)}`}
              </li>
            ))}
          </ul>
          <PayslipLines book={book} country={country} lines={shown.lines} net={Number(shown.row.net)} />
        </Section>
      )}
      {mayHandle && (
        <p>
          <a class="ds-link" href={`${href}/vid-sidan-av`}>
            {t.beside.link}
          </a>
        </p>
      )}
      {mayHandle && months.length > 0 && (
        <p>
          <a class="ds-link" href={`${href}/aterkrav`}>
            {overpaid.link}
          </a>
        </p>
      )}
      {mayHandle && shown !== null && shown.row.at === null && salary?.kind === 'salary' && (
        <Section title={t.person.whatIf}>
          <p>{t.person.whatIfLead}</p>
          <Form action={`${href}/tank-om`}>
            <input type="hidden" name="run" value={shown.row.run} />
            <TextField
              name="monthly"
              label={t.person.monthly}
              value={String(salary.body.monthly / 100)}
              inputMode="decimal"
            />
            <TextField
              name="share"
              label={t.person.share}
              value={String(salary.body.share / 10_000)}
              inputMode="decimal"
            />
            <Button variant="secondary">{t.person.ask}</Button>
          </Form>
          {wouldBe && (
            <section aria-label={t.person.wouldBe} id="tank-om">
              <h3 class="al-h3">{t.person.wouldBe}</h3>
              <PayslipLines
                book={book}
                country={country}
                lines={[...wouldBe.payslip.lines, ...wouldBe.payslip.employer]}
                net={wouldBe.payslip.net}
              />
            </section>
          )}
        </Section>
      )}
      <Section title={shown === null || shown.row.at === null ? t.person.facts : t.person.factsThen}>
        <FactList facts={facts} country={country} />
      </Section>
      {since.length > 0 && (
        <Section title={t.person.learnt}>
          <p>{t.person.learntLead}</p>
          <FactList facts={since} country={country} />
        </Section>
      )}
      <Section title={t.person.months}>
        <SummaryList
          rows={months.map((one) => ({
            label: monthText(one.from, language),
            value: (
              <a class="ds-link" href={`${href}?kor=${one.run}`}>
                {amountText(one.net, country, language)}
                <span class="ds-sr-only"> {monthText(one.from, language)}</span>
              </a>
            ),
          }))}
        />
      </Section>
    </Page>
  );
}

/** The causes that closed a finding, in words. */
function causeText(causes: string, names: Readonly<Record<string, string>>): string {
  return causes
    .split(',')
    .map((cause) => names[cause] ?? cause)
    .join(', ');
}
