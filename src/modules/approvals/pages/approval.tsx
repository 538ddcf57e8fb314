import {
  Alert,
  Button,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Moment,
  Page,
  Section,
  SummaryList,
  Tag,
  TextArea,
  Timeline,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { formatMoney } from '../../../kernel/money.ts';
import type { SeenRequest } from '../awaiting.ts';
import { REASON_MOST } from '../schema.ts';
import type { Act } from '../store/votes.ts';
import { texts } from '../texts/index.ts';
import { tones } from './approvals.tsx';

export type ApprovalPageProps = {
  readonly seen: SeenRequest;
  readonly authorityName: string;
  readonly saved: boolean;
  readonly errors: readonly FieldError[];
  /** What was typed into a refused form. */
  readonly reason: string;
};

const ZONE = 'Europe/Stockholm';

/** What exactly is approved, what is asked for, what has happened, and the reader's own answer. */
export function ApprovalPage({ seen, authorityName, saved, errors, reason }: ApprovalPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { request, state } = seen;
  const href = `/handlaggning/godkannanden/${request.authority}/${request.id}`;
  return (
    <Page
      title={request.summary.what[language]}
      kicker={authorityName}
      breadcrumbs={[{ href: '/handlaggning/godkannanden', label: t.list.title }]}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      {saved && <Alert tone="success" title={t.one.done} announced />}
      <p>
        <Tag tone={tones[state]}>{t.state[state]}</Tag>
      </p>
      <What seen={seen} />
      {state === 'open' && <Answer seen={seen} href={href} errors={errors} reason={reason} />}
      <Section title={t.one.happened}>
        <Happened seen={seen} />
      </Section>
    </Page>
  );
}

function What({ seen }: { readonly seen: SeenRequest }) {
  const t = useTexts(texts).one;
  const { language } = usePage();
  const { request, missing, state } = seen;
  const { rule } = request;
  const asks = [rule.eyes === 2 ? t.eyes2 : t.eyes3, ...(rule.own ? [t.own] : []), ...(rule.named ? [t.named] : [])];
  return (
    <>
      <SummaryList
        title={t.what}
        rows={[
          ...(request.amount ? [{ label: t.amount, value: formatMoney(request.amount, language) }] : []),
          ...request.summary.facts.map(({ label, value }) => ({ label: label[language], value: value[language] })),
          { label: t.proposed, value: request.proposerName },
          { label: t.deadline, value: <Moment at={request.deadline} zone={ZONE} /> },
          {
            label: t.asks,
            value: (
              <ul class="ds-list">
                {asks.map((ask) => (
                  <li key={ask}>{ask}</li>
                ))}
              </ul>
            ),
          },
          ...(state === 'open' ? [{ label: t.missing, value: String(missing) }] : []),
          {
            label: t.fingerprint,
            value: (
              <>
                <code>{request.digest.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ')}</code>
                <br />
                <span class="al-muted">{t.fingerprintWhy}</span>
              </>
            ),
          },
        ]}
      />
      {request.href && (
        <p>
          <a class="ds-link" href={request.href}>
            {t.subject}
          </a>
        </p>
      )}
    </>
  );
}

type AnswerProps = Pick<ApprovalPageProps, 'seen' | 'errors' | 'reason'> & { readonly href: string };

function Answer({ seen, href, errors, reason }: AnswerProps) {
  const t = useTexts(texts);
  const digest = <input type="hidden" name="digest" value={seen.request.digest} />;
  const mayRefuse = seen.fault === null || ['not-own-official', 'not-named', 'above-limit'].includes(seen.fault);
  return (
    <>
      {seen.fault !== null && (
        <Alert title={t.one.mayNot}>
          <p>{t.fault[seen.fault]}</p>
        </Alert>
      )}
      {seen.fault === null && (
        <Section title={t.one.approveTitle}>
          <Form action={`${href}/godkann`}>
            {digest}
            <Button variant="primary">{t.one.approve}</Button>
          </Form>
        </Section>
      )}
      {mayRefuse && (
        <Section title={t.one.refuseTitle}>
          <Form action={`${href}/avsla`}>
            {digest}
            <TextArea
              name="reason"
              label={t.one.reason}
              hint={t.one.reasonHint}
              value={reason}
              error={errorAt(errors, 'reason')}
              limit={REASON_MOST}
              rows={3}
            />
            <Button variant="secondary" tone="danger">
              {t.one.refuse}
            </Button>
          </Form>
        </Section>
      )}
      {seen.own && (
        <Form action={`${href}/ta-tillbaka`}>
          {digest}
          <Button variant="secondary">{t.one.takeBack}</Button>
        </Form>
      )}
    </>
  );
}

function Happened({ seen }: { readonly seen: SeenRequest }) {
  const t = useTexts(texts).one.events;
  const { request, acts } = seen;
  const title = (act: Act) => {
    if (act.kind === 'approved') return act.standsInFor === null ? t.approved : t.approvedAsDeputy;
    return act.kind === 'voided' && act.by === null ? t.voidedByChange : t[act.kind];
  };
  const items = acts.map((act, index) => ({
    ...{ key: String(index + 1), at: act.at, title: title(act), by: act.by?.name },
    body: act.reason ?? undefined,
  }));
  const proposed = { key: '0', at: request.proposedAt, title: t.proposed, by: request.proposerName };
  return <Timeline items={[proposed, ...items].reverse()} zone={ZONE} />;
}
