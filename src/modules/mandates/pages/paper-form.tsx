import {
  Actions,
  Button,
  CardList,
  DateField,
  type DateParts,
  ErrorSummary,
  errorAt,
  type FieldError,
  Fieldset,
  FileField,
  Form,
  Page,
  RadioGroup,
  Section,
  Select,
  TextField,
  usePage,
  useTexts,
  YesNo,
} from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { type PaperModel, type PaperPerson, type PaperTyped, paperTemplates } from '../paper/paper-form.ts';
import { papersHref } from '../paper/paper-subject.ts';
import { paperTexts } from '../paper-texts/index.ts';

/** For which authority, and what kind: the way to its form. */
export function PaperTemplatesPage({
  offices,
}: {
  readonly offices: readonly { readonly id: AuthorityId; readonly name: string }[];
}) {
  const t = useTexts(paperTexts);
  return (
    <Page title={t.form.title} lead={t.form.lead} breadcrumbs={[{ href: papersHref, label: t.title }]}>
      {offices.map(({ id, name }) => (
        <Section key={id} title={name}>
          <CardList
            level={3}
            items={paperTemplates.map((one) => ({
              href: `${papersHref}/ny?myndighet=${id}&mall=${one}`,
              title: t.form.template[one],
            }))}
          />
        </Section>
      ))}
    </Page>
  );
}

export type PaperFormProps = {
  readonly model: PaperModel;
  readonly typed: Partial<Omit<PaperTyped, 'from' | 'to'>> & {
    readonly from: DateParts | Temporal.PlainDate;
    readonly to: DateParts | Temporal.PlainDate;
  };
  readonly errors: readonly FieldError[];
};

/** What stands on the paper. */
export function PaperFormPage({ model, typed, errors }: PaperFormProps) {
  const { form: t, ...all } = useTexts(paperTexts);
  const { language } = usePage();
  const { template, authority, subjects } = model;
  return (
    <Page
      title={t.template[template]}
      kicker={`${t.title}, ${authority.name}`}
      lead={t.lead}
      breadcrumbs={[
        { href: papersHref, label: all.title },
        { href: `${papersHref}/ny`, label: t.title },
      ]}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Form action={`${papersHref}/ny`} multipart>
        <input type="hidden" name="authority" value={authority.id} />
        <input type="hidden" name="template" value={template} />
        <PersonFields person="grantor" legend={t.grantor} typed={typed} errors={errors} />
        <PersonFields person="holder" legend={t.holder} typed={typed} errors={errors} />
        {template === 'service' && (
          <Select
            name="subject"
            label={t.service}
            choices={subjects.map(({ value, name }) => ({ value, label: name[language] }))}
            value={typed.subject}
            error={errorAt(errors, 'subject')}
          />
        )}
        {template === 'property' && (
          <TextField
            name="property"
            label={t.property}
            value={typed.property}
            error={errorAt(errors, 'property')}
            width="half"
          />
        )}
        {template !== 'mail' && (
          <RadioGroup
            name="level"
            label={t.level}
            value={typed.level}
            choices={(['passive', 'active'] as const).map((value) => ({ value, label: all.levels[value] }))}
            error={errorAt(errors, 'level')}
          />
        )}
        <YesNo
          name="passOn"
          label={t.passOn}
          value={typed.passOn === 'yes' || typed.passOn === 'no' ? typed.passOn : undefined}
          error={errorAt(errors, 'passOn')}
        />
        <DateField name="from" label={t.from} value={typed.from} error={errorAt(errors, 'from')} />
        <DateField name="to" label={t.to} value={typed.to} error={errorAt(errors, 'to')} />
        <FileField
          name="document"
          label={t.document}
          accept=".pdf,.png,.jpg,.jpeg,.webp"
          typeNames={all.files}
          largestMegabytes={20}
          error={errorAt(errors, 'document')}
        />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

type PersonProps = Pick<PaperFormProps, 'typed' | 'errors'> & {
  readonly person: PaperPerson;
  readonly legend: string;
};

function PersonFields({ person, legend, typed, errors }: PersonProps) {
  const { form: t } = useTexts(paperTexts);
  return (
    <Fieldset name={person} legend={legend}>
      <TextField
        name={`${person}-name`}
        label={t.name}
        value={typed[`${person}-name`]}
        error={errorAt(errors, `${person}-name`)}
        autocomplete="off"
      />
      <RadioGroup
        name={`${person}-country`}
        label={t.country}
        value={typed[`${person}-country`] ?? 'FI'}
        choices={(['FI', 'SE'] as const).map((value) => ({ value, label: t.countries[value] }))}
        inline
      />
      <TextField
        name={`${person}-number`}
        label={t.number}
        value={typed[`${person}-number`]}
        error={errorAt(errors, `${person}-number`)}
        autocomplete="off"
        width="half"
        spellcheck={false}
      />
    </Fieldset>
  );
}
