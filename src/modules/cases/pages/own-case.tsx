import {
  Alert,
  ButtonLink,
  Day,
  dayText,
  Page,
  type PageAuthority,
  Prose,
  Section,
  Split,
  StatusTag,
  SummaryList,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { stageOf } from '../case.ts';
import { filesOf } from '../case-files.ts';
import type { OwnCaseView } from '../own-case-view.ts';
import type { RelatedCase } from '../related-cases.ts';
import { texts } from '../texts/index.ts';
import { zoneOf } from '../zone.ts';
import { Answers } from './answers.tsx';
import { Decision } from './decision.tsx';
import { Happenings } from './happenings.tsx';
import { Documents, Related, usePartiesRow } from './own-case-belongings.tsx';
import { Signatures } from './signatures.tsx';

export type OwnCasePageProps = {
  readonly view: OwnCaseView;
  readonly related: readonly RelatedCase[];
  readonly brand: PageAuthority;
};

/** One's own case: how it is going, what happens next, what was decided, and what one sent. */
export function OwnCasePage({ view, related, brand }: OwnCasePageProps) {
  const t = useTexts(texts);
  const { authority, filed, state, title } = view;
  const href = `/mina-sidor/arenden/${authority.slug}/${filed.case}`;
  const fileHref = (file: string) => `${href}/fil/${file}`;
  return (
    <Page
      title={title}
      authority={brand}
      width="wide"
      breadcrumbs={[
        { href: '/mina-sidor', label: t.home.title },
        { href: '/mina-sidor/arenden', label: t.own.listTitle },
      ]}
      lead={<StatusTag stage={state.decision ? 'closed' : stageOf[state.phase]} label={t.phase[state.phase]} />}
    >
      <Split asideLabel={t.own.facts} aside={<Facts view={view} href={href} />}>
        {state.question && (
          <Alert tone="warning" title={t.own.question}>
            <Prose text={state.question.text} />
            <p>
              <ButtonLink href={`${href}/komplettera`}>{t.own.answerButton}</ButtonLink>
            </p>
          </Alert>
        )}
        <Section title={t.own.next}>
          <NextStep view={view} />
        </Section>
        {state.decision && (
          <Section title={t.own.decision} id="beslut">
            <Decision decision={state.decision} />
            <div class="al-actions">
              <ButtonLink href={`${href}/beslut.pdf`} variant="secondary" download>
                {t.own.decisionPdf}
              </ButtonLink>
              <ButtonLink href="/mina-sidor/meddelanden" variant="tertiary">
                {t.own.toMessages}
              </ButtonLink>
            </div>
          </Section>
        )}
        <Section title={t.own.timeline}>
          <Happenings
            actions={view.actions}
            reader={view.isApplicant ? 'party' : 'cosigner'}
            zone={zoneOf(authority)}
            fileHref={fileHref}
          />
        </Section>
        <Documents files={filesOf(filed.answers, view.actions)} href={href} isDecided={state.decision !== null} />
        <Related cases={related} title={title} />
        <Signatures signatures={view.signatures} zone={zoneOf(authority)} />
        <Section title={view.signatures ? t.own.answersTogether : t.own.answers}>
          <Answers sections={view.answers} fileHref={fileHref} />
        </Section>
      </Split>
    </Page>
  );
}

function NextStep({ view: { authority, state, today } }: { readonly view: OwnCaseView }) {
  const t = useTexts(texts).own;
  const { language } = usePage();
  const due = dayText(state.dueOn, language);
  switch (state.phase) {
    case 'received': {
      const late = Temporal.PlainDate.compare(today, state.dueOn) > 0;
      return <p>{late ? t.nextReceivedLate(authority.name, due) : t.nextReceived(authority.name, due)}</p>;
    }
    case 'waiting-applicant':
      return <p>{t.nextWaiting(state.question ? dayText(state.question.answerBy, language) : due)}</p>;
    case 'decided':
      return <p>{t.nextDecided}</p>;
    case 'available':
      return <p>{t.nextAvailable}</p>;
    case 'closed':
      return (
        <p>
          {t.nextClosed} {state.eraseOn && t.keptUntil(dayText(state.eraseOn, language))}
        </p>
      );
  }
}

function Expected({ on }: { readonly on: Temporal.PlainDate }) {
  const { expectedCounted } = useTexts(texts).overview;
  return (
    <div>
      <Day on={on} />
      <div class="al-muted">{expectedCounted}</div>
    </div>
  );
}

function Facts({ view, href }: { readonly view: OwnCaseView; readonly href: string }) {
  const t = useTexts(texts).own;
  const { authority, filed, state } = view;
  const parties = usePartiesRow(view);
  return (
    <>
      <SummaryList
        title={t.facts}
        rows={[
          { label: t.number, value: filed.diaryNumber },
          parties,
          { label: t.authority, value: authority.name },
          { label: t.handledBy, value: state.assignee?.name ?? t.nobodyYet },
          ...(state.decision ? [] : [{ label: t.expected, value: <Expected on={state.dueOn} /> }]),
        ]}
      />
      <p>
        <a class="ds-link" href={`${href}/kvitto`}>
          {t.receipt}
        </a>
      </p>
    </>
  );
}
