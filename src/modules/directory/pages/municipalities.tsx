import {
  Actions,
  Alert,
  Button,
  EmailField,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Page,
  Pagination,
  Progress,
  SearchField,
  Section,
  Table,
  Tag,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { locales } from '../../../kernel/locale.ts';
import { useOperationsCrumb } from '../../../kernel/operations/operations-crumb.ts';
import type { Authority } from '../authority.ts';
import type { Part } from '../municipality-list.ts';
import { texts } from '../texts/index.ts';

export type MunicipalitiesProps = {
  readonly query: string;
  readonly part: Part;
  readonly joined: number;
  readonly ready: number;
  readonly left: number;
  /** What was just done: one by name, or how many. */
  readonly done?: { readonly authority: Authority; readonly already: boolean } | { readonly count: number } | undefined;
  readonly errors: readonly FieldError[];
  readonly answers: { readonly kod: string; readonly epost: string };
  /** An administrator is invited by mail when somebody can send it. */
  readonly invites: boolean;
  /** That has just been done. */
  readonly invited: boolean;
  /** The id of this form: posted twice, it invites once. */
  readonly form: string;
};

const HREF = '/drift/kommuner';

/** The operator takes municipalities live here, and sees how far their catalogues have come. */
export function Municipalities(props: MunicipalitiesProps) {
  const t = useTexts(texts).join;
  const number = useNumber();
  const { path } = usePage(); // with what was done, which is still said when the work that follows is over
  const underWay = props.ready < props.joined;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="wide"
      look="dense"
      breadcrumbs={[useOperationsCrumb()]}
      hasErrors={props.errors.length > 0}
      refreshAfter={underWay ? 3 : undefined}
    >
      <ErrorSummary errors={props.errors} />
      <Done done={props.done} invited={props.invited} />
      {underWay && <Progress label={t.progress} percent={Math.floor((100 * props.ready) / props.joined)} href={path} />}
      <Section title={t.oneTitle}>
        <Form action={HREF}>
          <input type="hidden" name="formular" value={props.form} />
          <TextField
            name="kod"
            label={t.code}
            hint={t.codeHint}
            value={props.answers.kod}
            error={errorAt(props.errors, 'kod')}
            width="short"
            inputMode="numeric"
            autocomplete="off"
          />
          {props.invites && (
            <EmailField
              name="epost"
              label={t.email}
              hint={t.emailHint}
              value={props.answers.epost}
              error={errorAt(props.errors, 'epost')}
              autocomplete="off"
              optional
            />
          )}
          <Actions>
            <Button>{t.join}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t.listTitle} action={props.left > 0 ? <JoinAll left={number.format(props.left)} /> : undefined}>
        <List query={props.query} part={props.part} />
      </Section>
    </Page>
  );
}

function Done({ done, invited }: Pick<MunicipalitiesProps, 'done' | 'invited'>) {
  const t = useTexts(texts).join;
  const number = useNumber();
  if (!done) return null;
  if ('count' in done) return <Alert tone="success" title={t.doneAll(number.format(done.count))} announced />;
  const { authority, already } = done;
  return (
    <Alert tone="success" title={already ? t.already(authority.name) : t.done(authority.name)} announced>
      {invited && <p>{t.invited}</p>}
      <p>
        <a class="ds-link" href={`/${authority.slug}`}>
          {t.open}
        </a>
      </p>
    </Alert>
  );
}

function JoinAll({ left }: { readonly left: string }) {
  const t = useTexts(texts).join;
  return (
    <Form action={HREF} class="al-inline-form">
      <Button name="alla" value="ja" variant="secondary" size="sm">
        {t.all(left)}
      </Button>
    </Form>
  );
}

function List({ query, part }: Pick<MunicipalitiesProps, 'query' | 'part'>) {
  const t = useTexts(texts).join;
  const number = useNumber();
  return (
    <>
      <Form action={HREF} method="get" class="al-form al-form--inline">
        <SearchField name="sok" label={t.search} value={query} autocomplete="off" />
        <Button variant="secondary">{t.searchButton}</Button>
      </Form>
      {part.rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Table
          caption={t.caption}
          captionHidden
          rows={part.rows}
          rowKey={(row) => row.slug}
          columns={[
            { header: t.columns.name, names: true, cell: (row) => <Name of={row} /> },
            { header: t.columns.code, cell: (row) => row.code },
            { header: t.columns.county, cell: (row) => row.county },
            { header: t.columns.population, align: 'end', cell: (row) => number.format(row.population ?? 0) },
            { header: t.columns.state, cell: (row) => <State of={row} /> },
            { header: t.columns.act, cell: (row) => <JoinOne of={row} /> },
          ]}
        />
      )}
      <Pagination previousHref={hrefOf(query, part.previous)} nextHref={hrefOf(query, part.next)} />
    </>
  );
}

function Name({ of }: { readonly of: Authority }) {
  if (of.joinedAt === null) return <>{of.name}</>;
  return (
    <a class="ds-link" href={`/${of.slug}`}>
      {of.name}
    </a>
  );
}

function State({ of }: { readonly of: Authority }) {
  const t = useTexts(texts).join.state;
  if (of.joinedAt === null) return <Tag>{t.out}</Tag>;
  return of.readyAt === null ? <Tag tone="info">{t.joining}</Tag> : <Tag tone="success">{t.ready}</Tag>;
}

function JoinOne({ of }: { readonly of: Authority }) {
  const t = useTexts(texts).join;
  if (of.joinedAt !== null) return null;
  return (
    <Form action={HREF} class="al-inline-form">
      <input type="hidden" name="kod" value={of.code ?? ''} />
      <Button variant="tertiary" size="sm" context={of.name}>
        {t.join}
      </Button>
    </Form>
  );
}

function useNumber(): Intl.NumberFormat {
  return new Intl.NumberFormat(locales[usePage().language]);
}

function hrefOf(query: string, slug: string | undefined): string | undefined {
  if (slug === undefined) return undefined;
  return `${HREF}?${new URLSearchParams({ ...(query !== '' && { sok: query }), fran: slug })}`;
}
