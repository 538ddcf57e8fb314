import { Moment, Section, type SummaryRow, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { ActFile } from '../action.ts';
import { cosignTexts } from '../cosign-texts/index.ts';
import type { OwnCaseView } from '../own-case-view.ts';
import type { RelatedCase } from '../related-cases.ts';
import { texts } from '../texts/index.ts';

export type DocumentsProps = {
  readonly files: readonly ActFile[];
  readonly href: string;
  readonly isDecided: boolean;
};

/** All documents of the case in one place, wherever in it they came. */
export function Documents({ files, href, isDecided }: DocumentsProps) {
  const t = useTexts(texts).own;
  const documents = [
    { href: `${href}/kvitto.pdf`, name: t.receiptPdf },
    ...files.map(({ file, name }) => ({ href: `${href}/fil/${file}`, name })),
    ...(isDecided ? [{ href: `${href}/beslut.pdf`, name: t.decisionPdf }] : []),
  ];
  return (
    <Section title={t.documents}>
      <ul class="ds-list">
        {documents.map((one) => (
          <li key={one.href}>
            <a class="ds-link" href={one.href}>
              {one.name}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The person's other cases about the same thing. */
export function Related({ cases, title }: { readonly cases: readonly RelatedCase[]; readonly title: string }) {
  const t = useTexts(texts).own;
  if (cases.length === 0) return null;
  return (
    <Section title={t.related}>
      <ul class="ds-list">
        {cases.map(({ diaryNumber, filedAt, href }) => (
          <li key={href}>
            <a class="ds-link" href={href}>
              {title} {diaryNumber}
            </a>{' '}
            <Moment at={filedAt} zone="Europe/Stockholm" short dayOnly />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Whose case it is, and who has acted for them in it. */
export function usePartiesRow({ filed, actions, isApplicant, signatures }: OwnCaseView): SummaryRow {
  const t = useTexts(texts);
  const cosign = useTexts(cosignTexts).signatures;
  const { reader, acting } = usePage();
  const self = acting ? acting.name || t.happened.protectedPerson : (reader?.name ?? t.happened.bySelf);
  const representatives = new Set(
    actions.flatMap(({ by }) =>
      by.kind === 'representative' ? [t.own.representative(by.name || t.happened.protectedPerson)] : [],
    ),
  );
  const signers = (signatures?.signed ?? []).map(({ name }) => cosign.byParty(name ?? cosign.protectedPerson));
  const applicant = t.own.applicant(isApplicant ? self : (filed.applicantName ?? t.happened.protectedPerson));
  return { label: t.own.parties, value: [applicant, ...signers, ...representatives].join(', ') };
}
