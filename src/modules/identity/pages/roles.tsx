import { type Role, rights, type Task, tasks } from '../../../kernel/authority.ts';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  CheckboxGroup,
  Day,
  EmailField,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Moment,
  Page,
  RadioGroup,
  Section,
  Select,
  Table,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { PartyId, UnitId } from '../../../kernel/ids.ts';
import { useOperationsCrumb } from '../../../kernel/operations/operations-crumb.ts';
import { AdministrationNavigation } from '../../directory/index.ts';
import type { Assignment, Invitation } from '../role.ts';
import { texts } from '../texts/index.ts';

/** What was chosen, kept when the form is refused. */
export type RoleForm = {
  readonly to?: string | undefined;
  readonly note?: string | undefined;
  readonly email?: string | undefined;
  readonly role?: string | undefined;
  readonly unit?: string | undefined;
  readonly tasks?: readonly string[] | undefined;
  readonly rights?: readonly string[] | undefined;
};

export type RolesProps = {
  readonly authority: { readonly name: string; readonly slug: string; readonly operates: boolean };
  readonly assignments: readonly Assignment[];
  readonly invitations: readonly Invitation[];
  /** A protected identity has none. */
  readonly names: ReadonlyMap<PartyId, string | null>;
  readonly units: readonly { readonly id: UnitId; readonly name: string }[];
  /** The id of this form: posted twice, it invites once. */
  readonly formId: string;
  /** An invitation has just been sent by mail. */
  readonly mailed?: boolean | undefined;
  readonly form?: RoleForm | undefined;
  readonly errors?: readonly FieldError[] | undefined;
};

/** An administrator's own task is the whole of the work; to an officer it is what comes in on paper. */
function taskName(task: Task, role: Role, t: typeof texts.sv.roles): string {
  return task === 'administration' && role === 'case-officer' ? t.officersAdministration : t.taskNames[task];
}

export function Roles(props: RolesProps) {
  const t = useTexts(texts).roles;
  const { authority, assignments, names, units, errors = [] } = props;
  const operations = useOperationsCrumb();
  const base = `/administration/${authority.slug}/roller`;
  const unitName = (id: UnitId | null) =>
    id === null ? t.wholeAuthority : (units.find((unit) => unit.id === id)?.name ?? '');
  const nameOf = (party: PartyId) => names.get(party) ?? t.hidden;
  return (
    <Page
      title={t.title(authority.name)}
      lead={t.lead}
      width="wide"
      hasErrors={errors.length > 0}
      breadcrumbs={authority.operates ? [operations] : []}
    >
      {!authority.operates && <AdministrationNavigation authority={authority} current="roles" />}
      <ErrorSummary errors={errors} />
      {props.mailed && (
        <Alert tone="success" title={t.mailedTitle} announced>
          <p>{t.mailed}</p>
        </Alert>
      )}
      {assignments.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Table
          caption={t.caption}
          rows={assignments}
          rowKey={(one) => one.id}
          columns={[
            { header: t.who, names: true, cell: (one) => nameOf(one.party) },
            { header: t.role, cell: (one) => beginning(t.names[one.role]) },
            { header: t.unit, cell: (one) => unitName(one.unit) },
            { header: t.tasks, cell: (one) => one.tasks.map((task) => taskName(task, one.role, t)).join(', ') },
            { header: t.rights, cell: (one) => one.rights.map((right) => t.rightNames[right]).join(', ') },
            { header: t.since, cell: (one) => <Day on={one.from} short /> },
            {
              header: t.action,
              cell: (one) => (
                <Form action={`${base}/${one.id}/avsluta`} class="al-inline-form">
                  <Button
                    variant="secondary"
                    size="sm"
                    context={`${nameOf(one.party)}, ${beginning(t.names[one.role])}`}
                  >
                    {t.end}
                  </Button>
                </Form>
              ),
            },
          ]}
        />
      )}
      <OpenInvitations invitations={props.invitations} base={base} />
      <GiveRole {...props} base={base} />
    </Page>
  );
}

function OpenInvitations({ invitations, base }: Pick<RolesProps, 'invitations'> & { readonly base: string }) {
  const t = useTexts(texts).roles;
  if (invitations.length === 0) return null;
  return (
    <Table
      caption={t.invitations}
      rows={invitations}
      rowKey={(one) => one.id}
      columns={[
        { header: t.meantFor, names: true, cell: (one) => one.note },
        { header: t.role, cell: (one) => beginning(t.names[one.role]) },
        { header: t.until, cell: (one) => <Moment at={one.expiresAt} zone="Europe/Stockholm" dayOnly short /> },
        {
          header: t.action,
          cell: (one) => (
            <Form action={`${base}/inbjudan/${one.id}/ta-tillbaka`} class="al-inline-form">
              <Button variant="secondary" size="sm" context={one.note}>
                {t.withdraw}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}

function GiveRole({
  authority,
  assignments,
  names,
  units,
  formId,
  form = {},
  errors = [],
  base,
}: RolesProps & { base: string }) {
  const t = useTexts(texts).roles;
  const known = [...new Set(assignments.map((one) => one.party))].flatMap((party) => {
    const name = names.get(party);
    return name ? [{ value: party, label: name }] : [];
  });
  return (
    <Section title={t.inviteTitle} id="ge">
      <Form action={base}>
        <input type="hidden" name="form" value={formId} />
        <Select name="to" label={t.to} value={form.to} empty={t.toNew} choices={known} />
        <TextField name="note" label={t.note} hint={t.noteHint} value={form.note} error={errorAt(errors, 'note')} />
        <EmailField
          name="email"
          label={t.email}
          hint={t.emailHint}
          value={form.email}
          error={errorAt(errors, 'email')}
          autocomplete="off"
          optional
        />
        {!authority.operates && (
          <>
            <RadioGroup
              name="role"
              label={t.role}
              value={form.role ?? 'case-officer'}
              choices={(['case-officer', 'administrator'] as const).map((role) => ({
                value: role,
                label: beginning(t.names[role]),
              }))}
            />
            <CheckboxGroup
              name="tasks"
              label={t.tasks}
              values={form.tasks}
              error={errorAt(errors, 'tasks')}
              choices={tasks.map((task) => ({ value: task, label: taskName(task, 'case-officer', t) }))}
            />
            <Select
              name="unit"
              label={t.unit}
              value={form.unit}
              empty={t.wholeAuthority}
              choices={units.map((unit) => ({ value: unit.id, label: unit.name }))}
            />
            <CheckboxGroup
              name="rights"
              label={t.rights}
              values={form.rights}
              choices={rights.map((right) => ({ value: right, label: t.rightNames[right] }))}
            />
          </>
        )}
        <Actions>
          <Button variant="primary">{t.submit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

/** The only time that the link is seen. */
export function InvitationMade({ slug, link }: { readonly slug: string; readonly link: string }) {
  const t = useTexts(texts).roles;
  return (
    <Page title={t.linkTitle} lead={t.linkText}>
      <TextField name="link" label={t.linkLabel} value={link} readOnly spellcheck={false} />
      <Actions>
        <ButtonLink href={`/administration/${slug}/roller`} variant="secondary">
          {t.back}
        </ButtonLink>
      </Actions>
    </Page>
  );
}

/** As it stands first on a line: `Handläggare`. */
function beginning(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
