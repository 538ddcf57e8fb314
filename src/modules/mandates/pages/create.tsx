import {
  Actions,
  Button,
  ButtonLink,
  CardList,
  DateField,
  type DateParts,
  ErrorSummary,
  errorAt,
  type FieldError,
  Fieldset,
  Form,
  Page,
  RadioGroup,
  Select,
  TextField,
  usePage,
  useTexts,
  YesNo,
} from '../../../kernel/html/index.ts';
import type { FormModel, Typed } from '../form.ts';
import { mandatesHref } from '../mandates-href.ts';
import type { PlainWords } from '../plain-words.ts';
import { templates } from '../subjects.ts';
import { texts } from '../texts/index.ts';
import { WordsOf } from './words.tsx';

/** What kind of mandate: the way to its form. */
export function TemplatesPage() {
  const t = useTexts(texts).create;
  return (
    <Page title={t.title} lead={t.lead} breadcrumbs={[{ href: mandatesHref, label: t.back }]}>
      <CardList items={templates.map((one) => ({ href: `${mandatesHref}/ny?mall=${one}`, title: t.template[one] }))} />
    </Page>
  );
}

export type CreateProps = FormModel & {
  readonly typed: Partial<Omit<Typed, 'from' | 'to'>> & {
    readonly from: DateParts | Temporal.PlainDate;
    readonly to: DateParts | Temporal.PlainDate;
  };
  readonly errors: readonly FieldError[];
};

export function CreatePage({ template, subjects, typed, errors }: CreateProps) {
  const all = useTexts(texts).create;
  const t = all;
  const { language } = usePage();
  const list = template === 'service' ? t.service : template === 'case' ? t.case : t.authority;
  const choices = subjects.map(({ value, name }) => ({ value, label: name[language] }));
  return (
    <Page
      title={t.template[template]}
      kicker={t.title}
      breadcrumbs={[
        { href: mandatesHref, label: t.back },
        { href: `${mandatesHref}/ny`, label: t.title },
      ]}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Form action={`${mandatesHref}/ny/granska`}>
        <input type="hidden" name="template" value={template} />
        <Fieldset name="holder" legend={t.holder}>
          <TextField name="name" label={t.name} hint={t.nameHint} value={typed.name} error={errorAt(errors, 'name')} />
          <RadioGroup
            name="country"
            label={t.country}
            value={typed.country ?? 'FI'}
            choices={(['FI', 'SE'] as const).map((value) => ({ value, label: t.countries[value] }))}
            inline
          />
          <TextField
            name="number"
            label={t.number}
            hint={t.numberHint}
            value={typed.number}
            error={errorAt(errors, 'number')}
            autocomplete="off"
            width="half"
            spellcheck={false}
          />
        </Fieldset>
        {template === 'case' && choices.length === 0 && <p>{t.noCases}</p>}
        {template !== 'everything' && (
          <Select
            name="subject"
            label={list}
            choices={choices}
            value={typed.subject}
            error={errorAt(errors, 'subject')}
          />
        )}
        {template === 'property' && (
          <TextField
            name="property"
            label={t.property}
            hint={t.propertyHint}
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
            choices={(['passive', 'active'] as const).map((value) => ({ value, label: t.levels[value] }))}
            error={errorAt(errors, 'level')}
          />
        )}
        <YesNo
          name="passOn"
          label={t.passOn}
          value={typed.passOn === 'yes' ? 'yes' : typed.passOn === 'no' ? 'no' : undefined}
          error={errorAt(errors, 'passOn')}
        />
        <DateField name="from" label={t.from} value={typed.from} error={errorAt(errors, 'from')} />
        <DateField name="to" label={t.to} hint={t.toHint} value={typed.to} error={errorAt(errors, 'to')} />
        <Actions>
          <Button>{t.next}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

export type PreviewProps = {
  readonly words: PlainWords;
  /** What was typed, sealed: it holds a number. */
  readonly sealed: string;
};

export function PreviewPage({ words, sealed }: PreviewProps) {
  const t = useTexts(texts);
  return (
    <Page
      title={t.preview.title}
      kicker={words.title}
      lead={t.preview.lead}
      breadcrumbs={[{ href: mandatesHref, label: t.create.back }]}
    >
      <WordsOf words={words} />
      <p>{t.words.revocable}</p>
      <Form action={`${mandatesHref}/ny`}>
        <input type="hidden" name="sealed" value={sealed} />
        <Actions>
          <Button>{t.preview.sign}</Button>
          <ButtonLink href={`${mandatesHref}/ny`} variant="tertiary">
            {t.preview.change}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  );
}
