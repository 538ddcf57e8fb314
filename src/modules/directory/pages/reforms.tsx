import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  DateField,
  type DateParts,
  Day,
  datePartNames,
  EmptyState,
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
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { useOperationsCrumb } from '../../../kernel/operations/operations-crumb.ts';
import type { Authority } from '../authority.ts';
import type { Reform, ReformPreview } from '../reform.ts';
import type { Announced, By, Succession } from '../succession.ts';
import { texts } from '../texts/index.ts';

/** As typed, kept when it is refused. */
export type ReformAnswers = {
  readonly efter: string;
  readonly till: string;
  readonly dag: DateParts;
  readonly beslut: string;
};

export type ReformsProps = {
  readonly successions: readonly Announced[];
  readonly names: ReadonlyMap<AuthorityId, Authority>;
  readonly today: Temporal.PlainDate;
  readonly answers: ReformAnswers;
  readonly errors: readonly FieldError[];
  readonly done: 'meddelad' | 'tillbakatagen' | undefined;
  readonly href: string;
};

/** Every succession, coming, in force and taken back, and the form for a new one. */
export function Reforms({ successions, names, today, answers, errors, done, href }: ReformsProps) {
  const t = useTexts(texts).reform;
  const name = (id: AuthorityId) => names.get(id)?.name ?? '';
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="wide"
      look="dense"
      breadcrumbs={[useOperationsCrumb()]}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      {done && <Alert tone="success" title={t.done[done]} announced />}
      {successions.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Table
          caption={t.title}
          captionHidden
          rows={successions}
          rowKey={(one) => one.id}
          columns={[
            { header: t.predecessor, names: true, cell: (one) => name(one.predecessor) },
            { header: t.successor, cell: (one) => name(one.successor) },
            { header: t.day, cell: (one) => <Day on={one.inForceOn} short /> },
            { header: t.source, cell: (one) => one.source },
            { header: t.announced, cell: (one) => <Done at={one.announcedAt} by={one.announcedBy} /> },
            {
              header: t.state,
              cell: (one) => (
                <>
                  <State of={one} today={today} />{' '}
                  {one.withdrawnAt && <Done at={one.withdrawnAt} by={one.withdrawnBy} />}
                </>
              ),
            },
            {
              header: t.act,
              cell: (one) =>
                isComing(one, today) && (
                  <Form action={`${href}/${one.id}/ta-tillbaka`} class="al-inline-form">
                    <Button variant="secondary" size="sm" context={`${name(one.predecessor)}, ${name(one.successor)}`}>
                      {t.withdraw}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      )}
      <Section title={t.newTitle}>
        <Form action={href}>
          <TextField
            name="efter"
            label={t.from}
            hint={t.nameHint}
            value={answers.efter}
            error={errorAt(errors, 'efter')}
            autocomplete="off"
          />
          <TextField
            name="till"
            label={t.to}
            hint={t.nameHint}
            value={answers.till}
            error={errorAt(errors, 'till')}
            autocomplete="off"
          />
          <DateField name="dag" label={t.day} hint={t.dayHint} value={answers.dag} error={errorAt(errors, 'dag')} />
          <TextField
            name="beslut"
            label={t.source}
            hint={t.sourceHint}
            value={answers.beslut}
            error={errorAt(errors, 'beslut')}
            autocomplete="off"
          />
          <Actions>
            <Button>{t.look}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}

/** When, and by whom when it was somebody in their office. */
function Done({ at, by }: { readonly at: Temporal.Instant; readonly by: By }) {
  return (
    <>
      <Moment at={at} zone="Europe/Stockholm" short />
      {by && `, ${by.name}`}
    </>
  );
}

function isComing(one: Succession, today: Temporal.PlainDate): boolean {
  return !one.withdrawnAt && Temporal.PlainDate.compare(one.inForceOn, today) > 0;
}

function State({ of, today }: { readonly of: Succession; readonly today: Temporal.PlainDate }) {
  const t = useTexts(texts).reform.states;
  if (of.withdrawnAt) return <Tag>{t.withdrawn}</Tag>;
  return isComing(of, today) ? <Tag tone="info">{t.coming}</Tag> : <Tag tone="success">{t.inForce}</Tag>;
}

export type ReformPreviewProps = ReformPreview & {
  readonly reform: Reform;
  readonly answers: ReformAnswers;
  readonly href: string;
};

/** Whom it touches, before it is announced. */
export function ReformPreviewPage({ predecessor, successor, touched, reform, answers, href }: ReformPreviewProps) {
  const t = useTexts(texts).reform;
  const names = datePartNames('dag');
  return (
    <Page title={t.previewTitle(successor.name, predecessor.name)} lead={t.previewLead} width="wide">
      <SummaryList
        rows={[
          { label: t.day, value: <Day on={reform.inForceOn} /> },
          { label: t.source, value: reform.source },
        ]}
      />
      {successor.joinedAt === null && (
        <Alert tone="warning" title={t.notJoined(successor.name)}>
          <p>{t.notJoinedText}</p>
        </Alert>
      )}
      <Section title={t.touched}>
        <Table
          caption={t.touched}
          captionHidden
          rows={touched}
          rowKey={(one) => `${one.change} ${one.authority.id} ${one.agreement ?? ''}`}
          columns={[
            { header: t.officialsOf, names: true, cell: (one) => one.authority.name },
            { header: t.officials, align: 'end', cell: (one) => one.officials },
            { header: t.change, cell: (one) => t.changes[one.change](predecessor.name) },
            { header: t.by, cell: (one) => one.agreement ?? t.own },
          ]}
        />
        <p>{t.unchanged(predecessor.name)}</p>
      </Section>
      <Form action={href}>
        <input type="hidden" name="efter" value={answers.efter} />
        <input type="hidden" name="till" value={answers.till} />
        <input type="hidden" name={names.day} value={answers.dag.day} />
        <input type="hidden" name={names.month} value={answers.dag.month} />
        <input type="hidden" name={names.year} value={answers.dag.year} />
        <input type="hidden" name="beslut" value={answers.beslut} />
        <Actions>
          <Button name="steg" value="meddela">
            {t.announce}
          </Button>
          <ButtonLink href={href} variant="secondary">
            {t.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
