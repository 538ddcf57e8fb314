import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  type Column,
  Confirmation,
  Details,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Moment,
  Page,
  Section,
  SummaryList,
  Table,
  Tag,
  TextArea,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { SignerView, SigningView } from '../read-signing.ts';
import type { LinkToSubject } from '../subject-link.ts';
import { texts } from '../texts/index.ts';
import { signingsHref, stateTones, ZONE } from './list.tsx';
import { PlainWords } from './plain-words.tsx';

export const REASON_MOST = 500;

export type SigningPageProps = {
  readonly view: SigningView;
  /** The name of the authority that asks; null when a person or the system does. */
  readonly authorityName: string | null;
  /** Where what is signed is shown; null when it is nowhere else. */
  readonly subject: LinkToSubject | null;
  /** What the reader has just done. */
  readonly just: 'signed' | 'cancelled' | null;
  readonly reason?: string | undefined;
  readonly errors?: readonly FieldError[] | undefined;
};

/** Exactly what is signed, who signs, until when, and what the reader can do. */
export function SigningPage({ view, authorityName, subject, just, reason = '', errors = [] }: SigningPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const title = view.document.title[language];
  const isOpen = view.state === 'open';
  return (
    <Page
      title={title}
      kicker={t.page.kicker}
      hasErrors={errors.length > 0}
      breadcrumbs={[
        { href: '/mina-sidor', label: t.overview },
        { href: signingsHref, label: t.list.title },
      ]}
    >
      <ErrorSummary errors={errors} />
      <Outcome view={view} just={just} />
      {subject && view.maySign !== 'now' && (
        <p>
          <a class="ds-link" href={subject.href}>
            {subject.label[language]}
          </a>
        </p>
      )}
      <Section title={view.maySign === 'no' ? t.page.whatRead : t.page.what} id="text">
        <p class="al-muted">{t.page.exactly}</p>
        <article class="al-document">
          <PlainWords words={view.document.plainWords[language]} />
        </article>
      </Section>
      {isOpen && <ToSign view={view} />}
      <Section title={t.page.who} id="vem">
        <Table
          caption={t.page.whoCaption}
          captionHidden
          columns={useColumns()}
          rows={view.signers}
          rowKey={({ place }) => String(place)}
        />
      </Section>
      <Section title={t.page.facts} id="fakta">
        <SummaryList
          rows={[
            { label: t.page.status, value: <Tag tone={stateTones[view.state]}>{t.state[view.state]}</Tag> },
            { label: t.page.askedBy, value: authorityName ?? askedByPerson(view, t) },
            { label: t.page.deadline, value: <Moment at={view.deadline} zone={ZONE} /> },
            ...(view.signers.length > 1
              ? [{ label: t.page.order, value: view.inOrder ? t.page.inOrder : t.page.anyOrder }]
              : []),
            { label: t.page.digest, value: <code class="al-digest">{view.digest}</code> },
          ]}
        />
      </Section>
      {view.evidence !== null && <EvidencePart view={view} />}
      {view.mayRefuse && <RefuseForm view={view} reason={reason} errors={errors} />}
      {view.mayWithdraw && <WithdrawForm view={view} />}
      <p>
        <a class="ds-link" href={signingsHref}>
          {t.page.back}
        </a>
      </p>
    </Page>
  );
}

type Words = ReturnType<typeof useTexts<typeof texts.sv>>;

function askedByPerson({ requestedBy }: SigningView, t: Words): string {
  if (requestedBy === null) return t.page.system;
  return requestedBy.isReader ? t.page.askedByYou : (requestedBy.name ?? t.page.protected);
}

function Outcome({ view, just }: Pick<SigningPageProps, 'view' | 'just'>) {
  const t = useTexts(texts);
  if (just === 'signed') {
    return (
      <Confirmation heading={t.page.thanks}>
        <p>{view.state === 'completed' ? t.page.thanksAll : t.page.thanksMore}</p>
      </Confirmation>
    );
  }
  if (just === 'cancelled') {
    return (
      <Alert tone="info" title={t.page.cancelled} announced>
        <p>{t.page.cancelledText}</p>
      </Alert>
    );
  }
  if (view.state === 'open' || view.state === 'completed') return null;
  return (
    <Alert tone="warning" title={t.page.over}>
      <p>{t.state[view.state]}.</p>
      {view.refusal && (
        <>
          <p>{t.page.saidNo(view.refusal.name ?? t.page.protected)}</p>
          <blockquote class="al-prose">{view.refusal.reason}</blockquote>
        </>
      )}
    </Alert>
  );
}

/** A link and no form: what a form posts may not lead to the e-ID's site, which the page's own rules see to. */
function ToSign({ view }: { readonly view: SigningView }) {
  const t = useTexts(texts);
  if (view.maySign === 'later') return <Alert tone="info">{t.page.notYourTurn}</Alert>;
  if (view.maySign === 'no') return null;
  const next = view.signers.find(({ isReader, status }) => isReader && status === 'turn');
  return (
    <div class="al-flow">
      {next?.onBehalfOf && <p>{t.page.signFor(next.onBehalfOf.name ?? t.page.protected)}</p>}
      <p>{t.page.signHint}</p>
      <Actions>
        <ButtonLink href={`${signingsHref}/${view.id}/skriv-under`} variant="primary">
          {t.page.sign}
        </ButtonLink>
      </Actions>
    </div>
  );
}

function useColumns(): readonly Column<SignerView>[] {
  const t = useTexts(texts);
  const name = (signer: SignerView) => {
    const own = signer.name ?? t.page.protected;
    return (
      <span>
        {signer.isReader ? t.page.you(own) : own}
        {signer.onBehalfOf && <> {t.page.onBehalfOf(signer.onBehalfOf.name ?? t.page.protected)}</>}
      </span>
    );
  };
  const status = (signer: SignerView) => (
    <span>
      {t.page[signer.status]}
      {signer.at && (
        <>
          {' · '}
          <Moment at={signer.at} zone={ZONE} short />
        </>
      )}
    </span>
  );
  return [
    { header: t.page.place, cell: ({ place }) => place },
    { header: t.page.name, cell: name, names: true },
    { header: t.page.status, cell: status },
  ];
}

function EvidencePart({ view }: { readonly view: SigningView }) {
  const t = useTexts(texts);
  const hasOwn = view.signers.some(({ isReader, status }) => isReader && status === 'signed');
  return (
    <Section title={t.page.evidence} id="bevis">
      <p>{t.page.evidenceText}</p>
      <Alert tone={view.evidence === 'verified' ? 'success' : 'danger'}>
        {view.evidence === 'verified' ? t.page.verified : t.page.broken}
      </Alert>
      {hasOwn && <p>{t.page.evidenceToken}</p>}
      <Actions>
        <ButtonLink href={`${signingsHref}/${view.id}/bevis.json`} variant="secondary" download>
          {t.page.evidenceLink}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

function RefuseForm({ view, reason, errors }: { view: SigningView; reason: string; errors: readonly FieldError[] }) {
  const t = useTexts(texts);
  return (
    <Details summary={t.page.refuseSummary} open={errors.length > 0}>
      <Form action={`${signingsHref}/${view.id}/neka`}>
        <TextArea
          name="reason"
          label={t.page.reason}
          hint={t.page.reasonHint}
          value={reason}
          rows={3}
          limit={REASON_MOST}
          error={errorAt(errors, 'reason')}
        />
        <p>{t.page.refuseNote}</p>
        <Actions>
          <Button variant="secondary" tone="danger">
            {t.page.refuse}
          </Button>
        </Actions>
      </Form>
    </Details>
  );
}

function WithdrawForm({ view }: { readonly view: SigningView }) {
  const t = useTexts(texts);
  return (
    <Details summary={t.page.withdrawSummary}>
      <Form action={`${signingsHref}/${view.id}/ta-tillbaka`}>
        <p>{t.page.withdrawNote}</p>
        <Actions>
          <Button variant="secondary" tone="danger">
            {t.page.withdraw}
          </Button>
        </Actions>
      </Form>
    </Details>
  );
}
