import { SummaryList, useTexts } from '../../../kernel/html/index.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Authority } from '../../directory/index.ts';
import { texts } from '../texts/index.ts';

export type ContactDetails = Authority['contact'];

/** Where to turn, as far as the authority has said it. */
export function Contact({ contact }: { readonly contact: ContactDetails }) {
  const t = useTexts(texts).front;
  const rows = [
    contact.email && { label: t.email, value: <a href={`mailto:${contact.email}`}>{contact.email}</a> },
    contact.phone && {
      label: t.phone,
      value: <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>,
    },
    contact.address && contact.address.length > 0 && { label: t.address, value: contact.address.join('\n') },
  ].filter((row) => typeof row === 'object');
  return rows.length > 0 ? <SummaryList rows={rows} /> : <p class="al-muted">{t.contactNone}</p>;
}

/** The same for a document. */
export function contactRows(contact: ContactDetails, language: Language): { label: string; value: string }[] {
  const t = texts[language].front;
  const rows = { [t.email]: contact.email, [t.phone]: contact.phone, [t.address]: contact.address?.join('\n') };
  return Object.entries(rows).flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
