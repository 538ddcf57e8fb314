import {
  Actions,
  Button,
  Day,
  EmptyState,
  Form,
  Page,
  Progress,
  Section,
  StatusTag,
  SummaryList,
  Timeline,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import type { PayOutView } from '../pay-out/read-pay-out.ts';
import type { RunView } from '../read-pay.ts';
import type { RunState } from '../run/run.ts';
import { texts } from '../texts/index.ts';
import { projectionNames } from '../texts/projection-names.ts';
import { amountText } from './amount.ts';
import { ExceptionList } from './exception-list.tsx';
import { findingReason } from './finding-reason.ts';
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
  const { run, sums, counts, exceptions, notices, events, projections, mayHandle } = view;
  const href = `/lon/${authority.slug}/${run.id}`;
  const country = authority.country === 'SE' ? 'SE' : 'AX';
  const money = (amount: string) => amountText(amount, country, language);
  const isUnderWay = run.state === 'calculating';
  const comesFirst = run.state !== 'posted' && (run.state !== 'calculated' || counts.left === 0); // else an answer, a payment
  return (
    <Page
      title={`${t.beside.kinds[run.kind]} ${monthText(run.from, language)}`}
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
        figures
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
        {(mayHandle ? steps[run.state] : []).map((step, n) => (
          <Form key={step} action={`${href}/${addresses[step]}`} class="al-form al-form--inline">
            <Button variant={n === 0 && comesFirst ? 'primary' : 'secondary'}>{t.run[step]}</Button>
          </Form>
        ))}
      </Actions>
      <p>
        <a class="ds-link" href={`/lon/${authority.slug}/parallell`}>
          {t.parallel.link}
        </a>
        {mayHandle && (
          <>
            {' · '}
            <a class="ds-link" href={`/lon/${authority.slug}/extra`}>
              {t.beside.extraLink}
            </a>
            {' · '}
            <a class="ds-link" href={`/lon/${authority.slug}/konton`}>
              {t.accounts.link}
            </a>
            {' · '}
            <a class="ds-link" href={`/lon/${authority.slug}/filer`}>
              {t.beside.filesLink}
            </a>
          </>
        )}
      </p>
      {run.state === 'calculated' && (
        <Section title={t.run.exceptions} id="undantag">
          {exceptions.length === 0 ? (
            <EmptyState title={t.run.noExceptions}>{t.run.noExceptionsText}</EmptyState>
          ) : (
            <ExceptionList asked={exceptions.map((one) => ({ authority, run: run.id, one }))} readOnly={!mayHandle} />
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
                {findingReason(one.kind, one.detail, country, language)}
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
              label: projectionNames[kind][language],
              value: (
                <>
                  {rows} <code class="al-muted al-break">{sha256.slice(0, 16)}</code>
                </>
              ),
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
