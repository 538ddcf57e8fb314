import {
  Actions,
  Alert,
  Button,
  EmptyState,
  Form,
  Page,
  Section,
  SummaryList,
  TextField,
  usePage,
  useTexts,
} from '../../../../kernel/html/index.ts';
import type { Authority } from '../../../directory/index.ts';
import { monthText } from '../../pages/month.ts';
import type { ReportsView } from '../read-reports.ts';
import { reportKinds, wholeKinds } from '../report.ts';
import { texts } from '../texts/index.ts';
import { ReportCard } from './report-card.tsx';

export type ReportsPageProps = { readonly authority: Authority; readonly view: ReportsView };

/** What has been made of a run for others, where it has gone, and whether everybody is reported. */
export function ReportsPage({ authority, view }: ReportsPageProps) {
  const { list: t, kinds } = useTexts(texts);
  const { language } = usePage();
  const { run, reports, destinations, reconciled, mayHandle } = view;
  const href = `/lon/${authority.slug}/${run.id}`;
  const here = `${href}/rapporter`;
  const isPosted = run.state === 'posted' || run.state === 'closed';
  const canMake = mayHandle && isPosted;
  const possible = wholeKinds.filter((kind) => {
    const { country } = reportKinds[kind];
    return country === null || country === authority.country;
  });
  const { paid, reported, cancelled, arrived } = reconciled;
  const isWhole = reported + cancelled === paid;
  const isSent = reports.some(({ delivery }) => delivery !== null);
  return (
    <Page
      title={t.title(monthText(run.from, language))}
      lead={t.lead}
      kicker={authority.name}
      breadcrumbs={[{ href, label: t.back }]}
      width="wide"
      refreshAfter={reports.some(({ report }) => report.state === 'asked') ? 3 : undefined}
    >
      {canMake && (
        <Section title={t.make}>
          <p>{t.makeLead}</p>
          <div class="al-actions">
            {possible.map((kind) => (
              <Form key={kind} action={here} class="al-form al-form--inline">
                <input type="hidden" name="kind" value={kind} />
                <Button variant="secondary">{t.button(kinds[kind])}</Button>
              </Form>
            ))}
          </div>
        </Section>
      )}
      {isPosted ? (
        <Section title={t.reconciled}>
          <SummaryList
            rows={[
              { label: t.paid, value: String(paid) },
              { label: t.reported, value: String(reported) },
              ...(cancelled > 0 ? [{ label: t.cancelled, value: String(cancelled) }] : []),
            ]}
          />
          <Alert tone={isWhole ? 'success' : 'info'} title={isWhole ? t.agrees : t.differs} />
          {isSent && <Alert tone={arrived ? 'success' : 'warning'} title={arrived ? t.arrived : t.notArrived} />}
        </Section>
      ) : (
        <Alert tone="info" title={t.later} />
      )}
      <Section title={t.made}>
        {reports.length === 0 ? (
          <EmptyState title={t.none}>{canMake && t.noneText}</EmptyState>
        ) : (
          reports.map((seen) => (
            <ReportCard
              key={seen.report.id}
              seen={seen}
              href={`${here}/${seen.report.id}`}
              destinations={mayHandle ? destinations : null}
              country={authority.country}
            />
          ))
        )}
      </Section>
      {canMake && authority.country === 'AX' && reported > 0 && (
        <Section title={t.cancel}>
          <p>{t.cancelLead}</p>
          <Form action={`${here}/makulera`}>
            <TextField name="number" label={t.number} width="tiny" />
            <TextField name="reason" label={t.reason} />
            <Actions>
              <Button variant="secondary">{t.cancelButton}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      <ul class="ds-list">
        {mayHandle && (
          <li>
            <a class="ds-link" href={`/lon/${authority.slug}/uppgifter`}>
              {t.terms}
            </a>
          </li>
        )}
        <li>
          <a class="ds-link" href={`/lon/${authority.slug}/revision`}>
            {t.audit}
          </a>
        </li>
      </ul>
    </Page>
  );
}
