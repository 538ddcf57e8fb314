import {
  Alert,
  Button,
  Form,
  Moment,
  Select,
  SummaryList,
  Tag,
  usePage,
  useTexts,
} from '../../../../kernel/html/index.ts';
import type { Destination } from '../../../exchange/index.ts';
import type { Country } from '../../engine/codes.ts';
import { amountText } from '../../pages/amount.ts';
import type { SeenReport } from '../read-reports.ts';
import { type KeptReport, problemKinds } from '../report.ts';
import { texts } from '../texts/index.ts';

export type ReportCardProps = {
  readonly seen: SeenReport;
  readonly href: string;
  /** Null for who may not hand it over. */
  readonly destinations: readonly Pick<Destination, 'destination' | 'name'>[] | null;
  readonly country: Country;
};

const tones = { asked: 'info', made: 'info', refused: 'danger', handed: 'success' } as const;

/** One report: what it is, what the checks said, and handing it over. */
export function ReportCard({ seen, href, destinations, country }: ReportCardProps) {
  const { list: t, kinds, states, deliveries } = useTexts(texts);
  const { language } = usePage();
  const { report, delivery } = seen;
  const { kind, version, askedAt, askedByName, rows, total, sha256, handedByName, namesProtected } = report;
  const state = report.handedAt === null ? report.state : 'handed';
  const zone = country === 'SE' ? 'Europe/Stockholm' : 'Europe/Mariehamn';
  return (
    <section aria-labelledby={`r${report.id}`}>
      <h3 class="al-h3" id={`r${report.id}`}>
        {kinds[kind]}, {t.version(version)}
      </h3>
      <SummaryList
        rows={[
          { label: t.state, value: <Tag tone={tones[state]}>{states[state]}</Tag> },
          {
            label: t.asked,
            value: (
              <>
                <Moment at={askedAt} zone={zone} short /> {t.by(askedByName)}
              </>
            ),
          },
          ...(report.state === 'made'
            ? [
                { label: t.rows, value: String(rows) },
                { label: t.total, value: amountText(total ?? 0, country, language) },
                { label: t.digest, value: <code class="al-break">{sha256}</code> },
              ]
            : []),
          ...(handedByName === null
            ? []
            : [
                {
                  label: t.handed(handedByName),
                  value: delivery === null ? states.handed : deliveries[delivery.state],
                },
              ]),
        ]}
      />
      <Problems report={report} />
      {report.state === 'made' && (
        <>
          <p>
            <a class="ds-link" href={`${href}/fil`}>
              {t.open}
            </a>
          </p>
          {namesProtected && <p class="al-muted">{t.protected}</p>}
          {report.handedAt === null && destinations !== null && (
            <HandOver href={href} id={report.id} destinations={destinations} />
          )}
        </>
      )}
    </section>
  );
}

function Problems({ report }: { readonly report: KeptReport }) {
  const { list: t, problems: words, terms } = useTexts(texts);
  if (report.problems.length === 0) return null;
  const isFieldOf = (detail: string): detail is keyof typeof terms.fields => Object.hasOwn(terms.fields, detail);
  const blocked = report.problems.some(({ kind }) => problemKinds[kind].blocks === 'report');
  return (
    <Alert tone={blocked ? 'danger' : 'warning'} title={blocked ? t.blocked : t.kept}>
      <ul class="ds-list">
        {report.problems.map(({ kind, employee, detail }) => (
          <li key={`${kind} ${employee} ${detail}`}>
            {[employee, words[kind]].filter(Boolean).join(': ')}
            {detail !== '' && ` (${isFieldOf(detail) ? terms.fields[detail] : detail})`}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

type HandOverProps = {
  readonly href: string;
  readonly id: string;
  readonly destinations: NonNullable<ReportCardProps['destinations']>;
};

function HandOver({ href, id, destinations }: HandOverProps) {
  const { list: t } = useTexts(texts);
  return (
    <>
      {destinations.length === 0 ? (
        <p class="al-muted">{t.noDestinations}</p>
      ) : (
        <Form action={`${href}/skicka`}>
          <Select
            name={`till-${id}`}
            label={t.to}
            choices={destinations.map(({ destination, name }) => ({ value: destination, label: name }))}
            empty={null}
          />
          <Button>{t.send}</Button>
        </Form>
      )}
      <Form action={`${href}/lamnad`} class="al-form al-form--inline">
        <Button variant="secondary">{t.byHand}</Button>
      </Form>
    </>
  );
}
