import {
  Actions,
  Alert,
  Button,
  Day,
  EmptyState,
  Form,
  Page,
  Progress,
  Section,
  StatusTag,
  SummaryList,
  Tag,
  TextField,
  Timeline,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import type { PayOutView } from '../pay-out/read-pay-out.ts';
import type { RunView } from '../read-pay.ts';
import type { RunState } from '../run/run.ts';
import type { FoundRow } from '../store/findings.ts';
import { texts } from '../texts/index.ts';
import { amountText } from './amount.ts';
import { monthText } from './month.ts';
import { PayOutSection } from './pay-out.tsx';
import { stageOf } from './stage.ts';

export type RunPageProps = {
  readonly authority: Authority;
  readonly view: RunView;
  readonly payOut: PayOutView | null;
};

/** What can be done with a run, by where it stands. */
const steps = {
  open: ['calculate', 'cancel'],
  calculating: ['stop'],
  stopped: ['calculate', 'cancel'],
  calculated: ['check', 'calculate', 'cancel'],
  checked: ['release', 'sendBack'],
  released: [],
  posted: ['close'],
  closed: [],
  cancelled: [],
} as const satisfies Record<RunState, readonly string[]>;

const addresses = {
  calculate: 'rakna',
  stop: 'stoppa',
  check: 'kontrollera',
  release: 'slapp',
  sendBack: 'tillbaka',
  close: 'avsluta',
  cancel: 'ta-tillbaka',
} as const;

/** One run: where it stands, what is left to decide on, what can be done. */
export function RunPage({ authority, view, payOut }: RunPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { run, sums, counts, exceptions, notices, events, projections } = view;
  const href = `/lon/${authority.slug}/${run.id}`;
  const country = authority.country === 'SE' ? 'SE' : 'AX';
  const money = (amount: string) => amountText(amount, country, language);
  const isUnderWay = run.state === 'calculating';
  return (
    <Page
      title={`${t.run.title} ${monthText(run.from, language)}`}
      kicker={authority.name}
      breadcrumbs={[{ href: '/lon', label: t.board.title }]}
      width="wide"
      look="dense"
      refreshAfter={isUnderWay ? 3 : undefined}
    >
      {isUnderWay && (
        <Progress
          label={t.run.progress}
          percent={run.total === 0 ? undefined : Math.min(99, (100 * run.done) / run.total)}
          href={href}
        />
      )}
      <SummaryList
        rows={[
          { label: t.board.state, value: <StatusTag stage={stageOf[run.state]} label={t.states[run.state]} /> },
          { label: t.run.paidOn, value: <Day on={Temporal.PlainDate.from(run.paymentDate)} /> },
          { label: t.board.people, value: String(sums.people) },
          { label: t.run.gross, value: money(sums.gross) },
          { label: t.board.net, value: money(sums.net) },
          { label: t.run.cost, value: money(sums.cost) },
          { label: t.run.held, value: String(sums.held) },
          { label: t.run.explained, value: String(counts.explained) },
          { label: t.run.answered, value: String(counts.answered) },
          { label: t.board.left, value: String(counts.left) },
        ]}
      />
      <p>{t.next[run.state]}</p>
      <Actions>
        {steps[run.state].map((step, n) => (
          <Form key={step} action={`${href}/${addresses[step]}`} class="al-form al-form--inline">
            <Button variant={n === 0 ? 'primary' : 'secondary'}>{t.run[step]}</Button>
          </Form>
        ))}
      </Actions>
      {run.state === 'calculated' && (
        <Section title={t.run.exceptions} id="undantag">
          {exceptions.length === 0 ? (
            <EmptyState title={t.run.noExceptions}>{t.run.noExceptionsText}</EmptyState>
          ) : (
            <ol class="al-card-list">
              {exceptions.map((one) => (
                <li key={`${one.employee} ${one.kind}`}>
                  <Exception one={one} href={href} slug={authority.slug} run={run.id} money={money} />
                </li>
              ))}
            </ol>
          )}
        </Section>
      )}
      {notices.length > 0 && (
        <Section title={t.run.notices}>
          <ul class="ds-list">
            {notices.map((one) => (
              <li key={`${one.employee} ${one.kind}`}>
                <a class="ds-link" href={`/lon/${authority.slug}/person/${one.employee}?kor=${run.id}`}>
                  {one.name}
                </a>{' '}
                {t.findings[one.kind]}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {payOut !== null && <PayOutSection view={payOut} slug={authority.slug} href={href} money={money} />}
      {projections.length > 0 && (
        <Section title={t.run.projections}>
          <p>
            <a class="ds-link" href={`${href}/rapporter`}>
              {t.run.reports}
            </a>
          </p>
          <SummaryList
            rows={projections.map(({ kind, rows, sha256 }) => ({
              label: kind,
              value: `${rows} · ${sha256.slice(0, 16)}`,
            }))}
          />
        </Section>
      )}
      <Section title={t.run.history}>
        <Timeline
          zone="Europe/Mariehamn"
          items={events.map((event, n) => ({
            ...{ key: String(n), at: event.at, title: t.events[event.kind], by: event.byName ?? t.run.bySystem },
          }))}
        />
      </Section>
    </Page>
  );
}

type ExceptionProps = {
  readonly one: FoundRow;
  readonly href: string;
  readonly slug: string;
  readonly run: string;
  readonly money: (amount: string) => string;
};

function Exception({ one, href, slug, run, money }: ExceptionProps) {
  const t = useTexts(texts);
  const isStopped = one.risk === 9;
  return (
    <Alert tone={isStopped ? 'danger' : 'warning'} title={t.findings[one.kind]}>
      <p>
        <a class="ds-link" href={`/lon/${slug}/person/${one.employee}?kor=${run}`}>
          {one.name}
        </a>{' '}
        {one.number} · {money(one.net)} {one.held !== null && <Tag tone="danger">{t.run.held}</Tag>}
      </p>
      <Form action={`${href}/svara`} class="al-form al-form--inline">
        <input type="hidden" name="employee" value={one.employee} />
        <input type="hidden" name="kind" value={one.kind} />
        <TextField name={`note-${one.employee}-${one.kind}`} label={t.run.note} />
        {!isStopped && (
          <Button name="answer" value="accepted">
            {t.run.accept}
          </Button>
        )}
        <Button name="answer" value="held" variant="secondary">
          {t.run.hold}
        </Button>
      </Form>
    </Alert>
  );
}
