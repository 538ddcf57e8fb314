import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Details,
  ErrorSummary,
  errorAt,
  Form,
  Page,
  RepeatGroup,
  Steps,
  SummaryList,
  type SummaryRow,
  useTexts,
} from '../../../kernel/html/index.ts';
import { type Answers, pathOf, rowsOf } from '../format/answers.ts';
import type { DefinitionPage, Field } from '../format/definition.ts';
import { texts } from '../texts/index.ts';
import { Contact, type ContactDetails } from './contact.tsx';
import { FieldControl, type Filling } from './field-control.tsx';
import { type FamilyView, RegisteredChildren } from './registered-children.tsx';

export type FillProps = {
  readonly page: DefinitionPage;
  readonly answers: Answers;
  /** Paths of the fields that are shown, on this page and others. */
  readonly visible: ReadonlySet<string>;
  readonly filling: Filling;
  readonly seq: number;
  readonly step: { readonly current: number; readonly total: number };
  readonly action: string;
  readonly backHref: string;
  readonly contact: ContactDetails;
  /** Whom the population register knows, for a page that asks for the applicant's children. */
  readonly family?: FamilyView | undefined;
  /** What another tab has saved meanwhile; the form holds what was sent. */
  readonly stale?: { readonly rows: readonly SummaryRow[]; readonly loadHref: string } | undefined;
};

/** One page of a service: its questions, and the way on, back and out. */
export function FillPage(props: FillProps) {
  const t = useTexts(texts);
  const { page, filling, visible, stale } = props;
  const { words, errors } = filling;
  const fields = page.fields.filter(({ id }) => visible.has(id));
  return (
    <Page
      title={words.of(`page.${page.id}`)}
      kicker={words.of('title')}
      lead={words.find(`page.${page.id}.lead`)}
      hasErrors={errors.length > 0}
    >
      <Steps current={props.step.current} total={props.step.total} />
      {stale && <Stale {...stale} />}
      <ErrorSummary errors={errors} />
      <Form action={props.action} multipart={fields.some(({ type }) => type === 'file')} enterSubmits>
        <input type="hidden" name="_seq" value={props.seq} />
        <input type="hidden" name="_shown" value={shownOn(props).join(' ')} />
        {fields.map((field) =>
          field.type === 'group' ? (
            <Rows key={field.id} group={field} {...props} />
          ) : (
            <FieldControl
              key={field.id}
              field={field}
              path={field.id}
              name={field.id}
              value={props.answers[field.id]}
              filling={filling}
            />
          ),
        )}
        <Actions>
          <Button>{t.fill.next}</Button>
          <Button variant="secondary" name="_action" value="save">
            {t.fill.save}
          </Button>
          <ButtonLink href={props.backHref} variant="tertiary">
            {t.fill.back}
          </ButtonLink>
        </Actions>
      </Form>
      <Details summary={t.start.contact}>
        <Contact contact={props.contact} />
      </Details>
    </Page>
  );
}

function shownOn({ page, answers, visible }: FillProps): readonly string[] {
  return page.fields.flatMap((field) => {
    const rows = field.type === 'group' ? rowCount(field, answers) : 0;
    const inner = Array.from({ length: rows }, (_, row) =>
      (field.fields ?? []).map(({ id }) => pathOf(field.id, row, id)).filter((path) => visible.has(path)),
    );
    return visible.has(field.id) ? [field.id, ...inner.flat()] : [];
  });
}

function rowCount(group: Field, answers: Answers): number {
  return Math.max(rowsOf(answers[group.id]).length, group.repeat?.min ?? 1);
}

function Rows({ group, answers, visible, filling, family }: FillProps & { readonly group: Field }) {
  const { words, errors } = filling;
  const known = rowsOf(answers[group.id]);
  const rows = rowCount(group, answers);
  const items = Array.from({ length: rows }, (_, row) =>
    (group.fields ?? []).map((field) => {
      const path = pathOf(group.id, row, field.id);
      if (!visible.has(path)) return null;
      const name = `${group.id}.${field.id}`;
      return (
        <FieldControl
          key={path}
          field={field}
          path={path}
          name={name}
          value={known[row]?.[field.id]}
          filling={filling}
        />
      );
    }),
  );
  return (
    <>
      {family && group.prefill === 'person.children' && <RegisteredChildren group={group.id} family={family} />}
      <input type="hidden" name={`${group.id}.rows`} value={rows} />
      <RepeatGroup
        name={group.id}
        legend={words.of(group.id)}
        hint={words.find(`${group.id}.hint`)}
        error={errorAt(errors, group.id)}
        items={items}
        itemLabel={(number) => `${words.of(`${group.id}.row`)} ${number}`}
        addLabel={words.of(`${group.id}.add`)}
        most={group.repeat?.max}
        least={group.repeat?.min}
      />
    </>
  );
}

function Stale({ rows, loadHref }: NonNullable<FillProps['stale']>) {
  const t = useTexts(texts).stale;
  const shown = rows.map((row) => ({ ...row, value: row.value || t.nothing }));
  return (
    <Alert tone="warning" title={t.title} announced>
      <p>{t.text}</p>
      <SummaryList title={t.now} rows={shown} />
      <p>
        {t.keep}{' '}
        <a class="ds-link" href={loadHref}>
          {t.load}
        </a>
      </p>
    </Alert>
  );
}
