import { formatDate } from '../../../kernel/calendar/format.ts';
import type { Block, DocumentModel } from '../../../kernel/documents/index.ts';
import type { Explanation, ExplanationRule } from '../../../kernel/explanation.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Authority } from '../../directory/index.ts';
import { writeDecimal, writeFine, writePercent } from '../engine/amount.ts';
import type { Country } from '../engine/codes.ts';
import type { Line } from '../engine/line.ts';
import type { RuleBook } from '../engine/rule-book.ts';
import { explainChange, explainLine } from '../explain-line.ts';
import { amountText } from '../pages/amount.ts';
import { monthText } from '../pages/month.ts';
import { lineTitle } from '../texts/line-names.ts';
import { type Compared, goneOf, isEmployers, withChanges } from './compare.ts';
import { texts } from './texts/index.ts';

export type PayslipPaper = {
  readonly compared: Compared;
  readonly authority: Authority;
  /** As the employer calls the person; a protected person is called by the number alone. */
  readonly employee: { readonly number: string; readonly name: string | null; readonly country: Country };
  readonly language: Language;
  readonly book: RuleBook;
};

/** The payslip as a document: the sums, line by line, and why each line is what it is. The same bytes each time. */
export function payslipDocument(paper: PayslipPaper): DocumentModel {
  const { compared, authority, employee, language, book } = paper;
  const { row, lines } = compared.view;
  const { country } = employee;
  const t = texts[language];
  const money = (amount: number | string) => amountText(amount, country, language);
  const day = (text: string) => formatDate(Temporal.PlainDate.from(text), language);
  const own = lines.filter((line) => !isEmployers(line));
  const blocks: Block[] = [
    { kind: 'notice', label: t.one.net, text: money(row.net) },
    {
      kind: 'values',
      values: [
        ...(employee.name === null ? [] : [{ label: t.one.name, value: employee.name }]),
        { label: t.one.number, value: employee.number },
        { label: t.one.paidOn, value: day(row.paymentDate) },
        { label: t.one.gross, value: money(row.gross) },
      ],
    },
    { kind: 'heading', level: 2, text: t.one.lines },
    tableOf(own, language, money),
    { kind: 'heading', level: 2, text: t.one.employer },
    tableOf(lines.filter(isEmployers), language, money),
    { kind: 'heading', level: 2, text: t.paper.why },
  ];
  for (const { line, change } of withChanges(lines, compared.changes ?? []))
    blocks.push(...explained(explainLine(book, country, line, change), language));
  for (const change of goneOf(compared)) blocks.push(...explained(explainChange(country, change), language));
  blocks.push({ kind: 'fine-print', text: t.paper.madeBy });
  return {
    language,
    title: t.title(monthText(row.from, language)),
    sender: authority.name,
    ...(authority.accent ? { accent: authority.accent } : {}),
    particulars: [{ label: t.one.paidOn, value: day(row.paymentDate) }],
    blocks,
    footer: [authority.name, authority.contact.phone, authority.contact.email].filter(Boolean).join(', '),
    createdAt: row.at ?? Temporal.Instant.from(`${row.paymentDate}T00:00:00Z`),
  };
}

function tableOf(lines: readonly Line[], language: Language, money: (amount: number) => string): Block {
  const { columns } = texts[language].paper;
  return {
    kind: 'table',
    columns: [
      { heading: columns.line, share: 3 },
      { heading: columns.quantity, align: 'right', share: 1.2 },
      { heading: columns.price, align: 'right', share: 1.8 },
      { heading: columns.amount, align: 'right', share: 1.8 },
    ],
    rows: lines.map((line) => [
      lineTitle(line, language),
      line.quantity === null ? '' : decimal(writeFine(line.quantity), language),
      priceOf(line, language),
      money(line.amount),
    ]),
  };
}

function priceOf({ unitPrice, rate }: Line, language: Language): string {
  if (unitPrice !== null) return decimal(writeDecimal(unitPrice, 6, 2), language);
  return rate === null ? '' : `${decimal(writePercent(rate), language)} %`;
}

function decimal(text: string, language: Language): string {
  return language === 'en' ? text : text.replace('.', ',');
}

function explained(of: Explanation, language: Language): readonly Block[] {
  const heading = [of.what[language], of.amount?.[language]].filter(Boolean).join(': ');
  const rules = of.rules.map((rule) => ruleText(rule, language)).join('\n\n');
  return [
    { kind: 'heading', level: 3, text: heading },
    {
      kind: 'values',
      values: of.facts.map(({ label, value }) => ({ label: label[language], value: value[language] })),
    },
    ...(of.parts ?? []).map((part): Block => ({ kind: 'paragraph', text: partText(part, language) })),
    ...(rules === '' ? [] : [{ kind: 'fine-print', text: rules } as const]),
  ];
}

function partText({ what, amount, facts }: Explanation, language: Language): string {
  const why = facts.map(({ value }) => value[language]).join(', ');
  return [what[language], [amount?.[language], why].filter(Boolean).join('. ')].join(': ');
}

function ruleText({ label, source, validFrom, validTo, verified }: ExplanationRule, language: Language): string {
  const t = texts[language].paper;
  const from = validFrom && formatDate(validFrom, language, 'short');
  const to = validTo && formatDate(validTo, language, 'short');
  const valid = from && (to ? t.validBetween(from, to) : t.validFrom(from));
  return [label[language], source, valid, verified === false ? t.unverified : undefined].filter(Boolean).join(', ');
}
