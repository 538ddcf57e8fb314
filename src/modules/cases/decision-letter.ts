import type { Block, DocumentModel } from '../../kernel/documents/index.ts';
import { dayText } from '../../kernel/html/index.ts';
import type { Authority } from '../directory/index.ts';
import type { Decision } from './action.ts';
import type { FiledCase } from './filed-case.ts';
import { texts } from './texts/index.ts';

export type DecisionLetterParts = {
  readonly filed: Pick<FiledCase, 'diaryNumber' | 'applicantName'>;
  readonly decision: Decision;
  /** What was applied for, in the decision's language. */
  readonly title: string;
  readonly authority: Authority;
  readonly at: Temporal.Instant;
};

/** The decision as a document, the same bytes each time it is made. */
export function decisionDocument({ filed, decision, title, authority, at }: DecisionLetterParts): DocumentModel {
  const t = texts[decision.language].letter;
  const decidedOn = dayText(Temporal.PlainDate.from(decision.decidedOn), decision.language);
  const blocks: Block[] = [
    { kind: 'notice', label: t.decided, text: decision.heading },
    { kind: 'paragraph', text: decision.meaning },
    { kind: 'heading', level: 2, text: t.reasons },
    { kind: 'paragraph', text: decision.reasons },
  ];
  if (decision.law.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: t.law }, { kind: 'list', items: decision.law });
  }
  if (decision.appeal.length > 0) {
    blocks.push(
      { kind: 'heading', level: 2, text: t.appeal },
      { kind: 'paragraph', text: decision.appeal.join('\n\n') },
    );
  }
  blocks.push({
    kind: 'values',
    values: [
      { label: t.matter, value: title },
      ...(filed.applicantName ? [{ label: t.applicant, value: filed.applicantName }] : []),
      { label: t.decidedBy, value: decision.decidedBy },
    ],
  });
  return {
    language: decision.language,
    title: `${t.decisionTitle}: ${title}`,
    sender: authority.name,
    ...(authority.accent ? { accent: authority.accent } : {}),
    particulars: [
      { label: t.date, value: decidedOn },
      { label: t.number, value: filed.diaryNumber },
    ],
    blocks,
    footer: footerOf(authority),
    createdAt: at,
  };
}

/** The same as plain text, for the message itself. */
export function decisionText(decision: Decision): string {
  const t = texts[decision.language].letter;
  return [
    decision.heading,
    decision.meaning,
    `${t.reasons}:`,
    decision.reasons,
    ...(decision.law.length > 0 ? [`${t.law}:`, decision.law.join('\n')] : []),
    ...(decision.appeal.length > 0 ? [`${t.appeal}:`, ...decision.appeal] : []),
    t.decisionAttached,
  ].join('\n\n');
}

function footerOf({ name, contact }: Authority): string {
  return [name, ...(contact.address ?? []), contact.phone, contact.email].filter(Boolean).join(', ');
}
