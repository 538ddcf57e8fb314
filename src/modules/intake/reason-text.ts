import type { Language } from '../../kernel/texts.ts';
import type { Reason } from './check-row.ts';
import type { IntakeTarget } from './target.ts';
import { texts } from './texts/index.ts';

/** Why a row is kept apart, in words for who mends it. */
export function reasonText(reason: Reason, target: IntakeTarget, language: Language): string {
  if (reason.reason === 'refused') return reason.said[language];
  const text = texts[language].reasons[reason.reason];
  if (!('field' in reason)) return text;
  const label = target.fields.find(({ name }) => name === reason.field)?.label[language] ?? reason.field;
  return `${label}: ${text}`;
}
