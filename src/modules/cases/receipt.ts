import type { DocumentModel } from '../../kernel/documents/index.ts';
import { dayText, momentText } from '../../kernel/html/index.ts';
import type { Language } from '../../kernel/texts.ts';
import type { Authority } from '../directory/index.ts';
import { contactRows, type ReadableSection } from '../services/index.ts';
import { texts } from './texts/index.ts';
import { zoneOf } from './zone.ts';

/** What the person keeps of what they sent. */
export type Receipt = {
  readonly authority: Authority;
  readonly diaryNumber: string;
  readonly title: string;
  /** Who sent it: the reader themselves. */
  readonly name: string;
  readonly filedAt: Temporal.Instant;
  readonly dueOn: Temporal.PlainDate;
  readonly answers: readonly ReadableSection[];
  readonly answersSha256: string;
};

function contactBlocks({ authority }: Receipt, language: Language): DocumentModel['blocks'] {
  const values = contactRows(authority.contact, language);
  if (values.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: texts[language].receipt.contact },
    { kind: 'values', values },
  ];
}

export function receiptDocument(receipt: Receipt, language: Language): DocumentModel {
  const t = texts[language].receipt;
  const { authority } = receipt;
  const sentAt = momentText(receipt.filedAt, zoneOf(authority), language);
  return {
    language,
    title: `${t.documentTitle}: ${receipt.title}`,
    sender: authority.name,
    ...(authority.accent ? { accent: authority.accent } : {}),
    particulars: [
      { label: t.sentAt, value: sentAt },
      { label: texts[language].letter.number, value: receipt.diaryNumber },
    ],
    blocks: [
      { kind: 'notice', label: t.heading, text: receipt.title },
      {
        kind: 'values',
        values: [
          { label: t.sentBy, value: receipt.name },
          { label: t.sentAt, value: sentAt },
          { label: texts[language].letter.number, value: receipt.diaryNumber },
        ],
      },
      { kind: 'heading', level: 2, text: t.next },
      { kind: 'paragraph', text: `${t.reply(authority.name, dayText(receipt.dueOn, language))}\n\n${t.message}` },
      ...contactBlocks(receipt, language),
      ...receipt.answers.flatMap((section) => [
        { kind: 'heading', level: 2, text: section.title } as const,
        { kind: 'values', values: section.rows.map(({ label, value }) => ({ label, value: value || '–' })) } as const,
      ]),
      { kind: 'fine-print', text: `${t.digest}: ${receipt.answersSha256}` },
    ],
    footer: t.footer(authority.name),
    createdAt: receipt.filedAt,
  };
}
