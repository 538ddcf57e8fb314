import { Page, Section, SummaryList, usePage, useTexts } from '../../../kernel/html/index.ts';
import { elsewhereValues, type Kept } from '../export-mandates.ts';
import { listTexts } from '../list-texts/index.ts';
import { mandatesHref } from '../mandates-href.ts';
import { texts } from '../texts/index.ts';

/** Everything that stands in one's mandates, to be printed. */
export function InFullPage({ mandates, rights, elsewhere, unasked, more }: Kept) {
  const { language } = usePage();
  const t = useTexts(listTexts);
  const all = useTexts(texts);
  const points = (lines: readonly string[]) => (
    <ul class="ds-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <Page title={t.print.title} lead={t.print.lead} breadcrumbs={[{ href: mandatesHref, label: all.title }]}>
      {mandates.length === 0 && <p>{t.empty}</p>}
      {mandates.map((one) => (
        <Section key={one.id} title={`${t.direction[one.direction]}: ${one.title}`}>
          <SummaryList
            rows={[
              { label: t.labels.grantors, value: one.grantors.join(', ') },
              { label: t.labels.holders, value: one.holders.join(', ') },
              { label: t.labels.days, value: `${one.from} – ${one.to}` },
              { label: t.labels.state, value: one.stateWords },
              { label: t.labels.source, value: one.sourceWords },
              ...(one.evidence ? [{ label: t.labels.evidence, value: one.evidence }] : []),
            ]}
          />
          <p>{t.labels.may}</p>
          {points(one.may)}
          <p>{t.labels.mayNot}</p>
          {points(one.mayNot)}
        </Section>
      ))}
      {elsewhere.map((one) => (
        <Section key={one.id} title={`${t.direction[one.side]}: ${one.title ?? one.others.join(', ')}`}>
          <SummaryList
            rows={elsewhereValues(one, language).map(([label, value]) => ({ label, value: value || '–' }))}
          />
        </Section>
      ))}
      {unasked.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {rights.length > 0 && (
        <Section title={t.register.title}>
          {points(rights.map(({ direction, name, words }) => `${t.register[direction]}: ${name}, ${words}`))}
        </Section>
      )}
      {more && <p>{t.more}</p>}
    </Page>
  );
}
