import {
  Actions,
  Alert,
  ButtonLink,
  EmptyState,
  Moment,
  Page,
  Pagination,
  Progress,
  Section,
  SummaryList,
  Table,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import { type Counts, type IntakeFile, totalOf } from '../file.ts';
import { reasonText } from '../reason-text.ts';
import type { KeptRow } from '../store/rows.ts';
import type { IntakeTarget } from '../target.ts';
import { texts } from '../texts/index.ts';
import { FileStateTag } from './file-state-tag.tsx';

export type FilePageProps = {
  readonly office: Office;
  /** The address of the desk's list. */
  readonly home: string;
  readonly file: IntakeFile;
  readonly mappingName: string;
  readonly target: IntakeTarget;
  readonly counts: Counts;
  readonly apart: readonly KeptRow[];
  readonly nextHref: string | undefined;
  /** What has just happened. */
  readonly told: 'again' | 'mended' | undefined;
};

/** What became of a file: every row of it, and those that somebody is to mend. */
export function FilePage(props: FilePageProps) {
  const { office, home, file, mappingName, counts, told } = props;
  const { file: t, list, faults, where, rowState } = useTexts(texts);
  const href = `${home}/${file.file}`;
  const total = totalOf(counts);
  const isUnderWay = file.state === 'reading' || file.state === 'taking';
  const percent = file.state === 'taking' && total > 0 ? (100 * (total - counts.waiting)) / total : undefined;
  return (
    <Page
      title={file.name}
      kicker={office.name}
      lead={t.came(file.receivedByName)}
      width="wide"
      refreshAfter={isUnderWay ? 5 : undefined}
      breadcrumbs={[{ href: home, label: list.title }]}
    >
      {office.navigation('files')}
      {told && <Alert tone={told === 'again' ? 'info' : 'success'} title={t[told]} announced />}
      {isUnderWay && <Progress label={t.progress} percent={percent} href={href} />}
      {file.fault && (
        <Alert tone="danger" title={t.refused}>
          <p>
            {faults[file.fault.reason]} {file.fault.where !== undefined && where(file.fault.where)}
          </p>
        </Alert>
      )}
      <SummaryList
        rows={[
          { label: list.columns.state, value: <FileStateTag state={file.state} /> },
          { label: list.columns.came, value: <Moment at={file.receivedAt} zone={office.zone} /> },
          {
            label: t.by,
            value: (
              <a class="ds-link" href={`${home}/beskrivning/${file.mapping}`}>
                {mappingName}
              </a>
            ),
          },
          { label: t.rows, value: String(total) },
          ...(['taken', 'unchanged', 'quarantined'] as const).map((state) => ({
            label: rowState[state],
            value: String(counts[state]),
          })),
          ...(counts.waiting > 0 ? [{ label: rowState.waiting, value: String(counts.waiting) }] : []),
        ]}
      />
      <p class="al-muted">{t.sum}</p>
      <Actions>
        <ButtonLink href={`${href}/redovisning.csv`} variant="secondary" download>
          {t.account}
        </ButtonLink>
      </Actions>
      {file.state !== 'refused' && <Apart {...props} href={href} />}
    </Page>
  );
}

function Apart({ apart, target, nextHref, href }: FilePageProps & { readonly href: string }) {
  const { file: t, mapping } = useTexts(texts);
  const { language } = usePage();
  return (
    <Section title={t.apart}>
      {apart.length === 0 ? (
        <EmptyState title={t.noneApart} />
      ) : (
        <Table
          caption={t.apart}
          captionHidden
          rows={apart}
          rowKey={({ number }) => String(number)}
          columns={[
            { header: mapping.row, names: true, cell: ({ number }) => number },
            {
              header: t.why,
              cell: ({ reasons }) => reasons.map((reason) => reasonText(reason, target, language)).join(' '),
            },
            {
              header: t.mend,
              cell: ({ number }) => (
                <ButtonLink href={`${href}/rad/${number}`} variant="secondary" size="sm" context={t.mendRow(number)}>
                  {t.mend}
                </ButtonLink>
              ),
            },
          ]}
        />
      )}
      <Pagination nextHref={nextHref} />
    </Section>
  );
}
