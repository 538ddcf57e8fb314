import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  errorAt,
  type FieldError,
  Fieldset,
  FileField,
  Form,
  Page,
  Section,
  Select,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import type { Destination } from '../destination.ts';
import type { SeenMapping } from '../mappings.ts';
import { texts } from '../texts/index.ts';
import { type Answers, FieldForm } from './field-form.tsx';
import { LayoutForm } from './layout-form.tsx';
import { PreviewRows } from './preview-rows.tsx';

export type MappingPageProps = SeenMapping & {
  readonly office: Office;
  /** The address of the desk's list. */
  readonly home: string;
  readonly destinations: readonly Destination[];
  /** As they were typed, by the name of the field in the form. */
  readonly answers: Answers;
  readonly revision: number;
  readonly errors: readonly FieldError[];
  readonly saved: boolean;
  readonly largestMegabytes: number;
};

/** How a kind of file is read, with what the first rows of one become; and where a file is taken in. */
export function MappingPage(props: MappingPageProps) {
  const { office, home, kept, target, seen, destinations, answers, errors, saved, largestMegabytes } = props;
  const { mapping: t, list, fileTypes } = useTexts(texts);
  const { language } = usePage();
  const href = `${home}/beskrivning/${kept.mapping}`;
  const hasErrors = errors.length > 0;
  return (
    <Page
      title={kept.name}
      kicker={office.name}
      lead={t.lead(target.label[language])}
      width="wide"
      hasErrors={hasErrors}
      breadcrumbs={[{ href: home, label: list.title }]}
    >
      {office.navigation('files')}
      <ErrorSummary errors={errors} />
      {saved && <Alert tone="success" title={t.saved} announced />}
      {seen && (
        <Section title={t.preview}>
          <p>{t.previewOf(kept.sample?.name ?? '')}</p>
          <PreviewRows seen={seen} target={target} />
        </Section>
      )}
      <Section title={t.take}>
        <Form action={`${href}/fil`} multipart>
          <FileField
            name="fil"
            label={t.file}
            hint={t.takeHint}
            typeNames={fileTypes}
            largestMegabytes={largestMegabytes}
            error={errorAt(errors, 'fil')}
          />
          <Actions>
            <Button>{t.takeNow}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t.layout}>
        <Form action={href} multipart>
          <input type="hidden" name="version" value={props.revision} />
          <TextField
            name="namn"
            label={list.name}
            value={answers.namn ?? ''}
            error={errorAt(errors, 'namn')}
            autocomplete="off"
          />
          <LayoutForm answers={answers} errors={errors} />
          <Fieldset legend={t.fields} name="falt">
            {target.fields.map((field) => (
              <FieldForm
                key={field.name}
                field={field}
                columns={seen?.columns ?? []}
                answers={answers}
                errors={errors}
              />
            ))}
          </Fieldset>
          <Select
            name="redovisning"
            label={t.accountTo}
            choices={destinations.map(({ destination, name }) => ({ value: destination, label: name }))}
            value={answers.redovisning}
            empty={t.accountNowhere}
          />
          <FileField
            name="prov"
            label={t.newSample}
            typeNames={fileTypes}
            largestMegabytes={largestMegabytes}
            error={errorAt(errors, 'prov')}
            optional
          />
          <Actions>
            <Button>{t.save}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}
