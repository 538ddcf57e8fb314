import {
  Alert,
  Day,
  ErrorSummary,
  type FieldError,
  momentText,
  Page,
  Section,
  Split,
  StatusTag,
  SummaryList,
  Tag,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { stageOf } from '../case.ts';
import type { HandledCase } from '../handled-case.ts';
import { doerOf, titleOfAct } from '../happened.ts';
import { texts } from '../texts/index.ts';
import { zoneOf } from '../zone.ts';
import { Answers } from './answers.tsx';
import { Decision } from './decision.tsx';
import type { HandledCasePageProps } from './desk.ts';
import { Happenings } from './happenings.tsx';
import { Assign, Closing, OfficeForms } from './office-forms.tsx';
import { RevealForm } from './reveal-form.tsx';
import { CustodySaid, Signatures } from './signatures.tsx';

/** A case on an official's desk: who, what, what has happened, and all that can be done now. */
export function HandledCasePage(props: HandledCasePageProps) {
  const t = useTexts(texts);
  const { view, errors = [] } = props;
  const { authority, filed, state, service } = view;
  const href = `/handlaggning/${authority.slug}/${filed.case}`;
  const fileHref = (file: string) => `${href}/fil/${file}`;
  return (
    <Page
      title={service.words.of('title')}
      kicker={`${filed.diaryNumber} · ${authority.name}`}
      width="wide"
      look="dense"
      hasErrors={errors.length > 0}
      breadcrumbs={[{ href: '/handlaggning', label: t.office.backToQueue }]}
      lead={
        <>
          <StatusTag stage={stageOf[state.phase]} label={t.phaseForOffice[state.phase]} />
          {filed.protected && (
            <>
              {' '}
              <Tag tone="warning">{t.queue.protectedPerson}</Tag>
            </>
          )}
          {state.confidential !== null && (
            <>
              {' '}
              <Tag tone="danger">{t.queue.confidential}</Tag>
            </>
          )}
        </>
      }
    >
      <ErrorSummary errors={errors} />
      {props.staleSince !== undefined && <Stale view={view} since={props.staleSince} />}
      {props.done && (
        <Alert tone="success" announced>
          {t.office.done}
        </Alert>
      )}
      {view.ownMatter && <Alert tone="warning">{t.office.ownMatter}</Alert>}
      <Split asideLabel={t.own.facts} aside={<Aside {...props} href={href} errors={errors} />}>
        {!view.ownMatter && <Closing {...props} href={href} errors={errors} />}
        <Section title={t.office.answers}>
          <Answers sections={view.answers} fileHref={fileHref} />
        </Section>
        <Signatures signatures={view.signatures} zone={zoneOf(authority)} />
        <CustodySaid actions={view.actions} zone={zoneOf(authority)} />
        {state.decision && (
          <Section title={t.own.decision}>
            <Decision decision={state.decision} />
            <DecisionDelivery view={view} />
            <p>
              <a class="ds-link" href={`${href}/beslut.pdf`}>
                {t.own.decisionPdf}
              </a>
            </p>
          </Section>
        )}
        {!view.ownMatter && <OfficeForms {...props} href={href} errors={errors} />}
        <Section title={t.own.timeline}>
          <Happenings actions={view.actions} reader="office" zone={zoneOf(authority)} fileHref={fileHref} />
        </Section>
      </Split>
    </Page>
  );
}

function Stale({ view, since }: { readonly view: HandledCase; readonly since: number }) {
  const t = useTexts(texts);
  return (
    <Alert tone="warning" title={t.office.change} announced>
      <p>{t.office.changed}</p>
      <ul class="ds-list">
        {view.actions
          .filter(({ seq }) => seq > since)
          .map((action) => (
            <li key={action.seq}>
              {titleOfAct(action.act, t.happened)} ({doerOf(action, t.happened, 'office')})
            </li>
          ))}
      </ul>
    </Alert>
  );
}

type AsideProps = HandledCasePageProps & { readonly href: string; readonly errors: readonly FieldError[] };

function Aside(props: AsideProps) {
  const t = useTexts(texts);
  const { view, href, revealed } = props;
  const { filed, state } = view;
  return (
    <>
      <SummaryList
        title={t.own.facts}
        rows={[
          { label: t.office.applicant, value: view.applicant },
          { label: t.queue.assignee, value: state.assignee?.name ?? t.queue.nobody },
          { label: t.queue.dueOn, value: <Day on={state.dueOn} /> },
          { label: t.office.sentLanguage, value: t.office.languages[filed.language] },
          ...(state.confidential === null ? [] : [{ label: t.office.mark, value: state.confidential }]),
          ...(state.eraseOn === null ? [] : [{ label: t.retention.on, value: <Day on={state.eraseOn} /> }]),
        ]}
      />
      {!view.ownMatter && <Assign {...props} />}
      {!view.ownMatter && <RevealForm href={href} revealed={revealed} />}
      <p>
        <a href={`${href}/oversikt`}>{t.officeOverview.link}</a>
      </p>
    </>
  );
}

/** The office may know that the decision has been opened; when it is, is said in the authority's own time. */
function DecisionDelivery({ view: { decisionDelivery: delivery, authority } }: { readonly view: HandledCase }) {
  const t = useTexts(texts).office;
  const { language } = usePage();
  if (delivery === null) return null;
  const opened = delivery.openedAt && t.opened(momentText(delivery.openedAt, zoneOf(authority), language));
  return <p class="al-muted">{opened ?? t.notOpened}</p>;
}
