import {
  errorAt,
  type FieldError,
  Fieldset,
  Select,
  TextArea,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { dateFormats } from '../mapping.ts';
import type { TargetField } from '../target.ts';
import { texts } from '../texts/index.ts';

export type Answers = Readonly<Record<string, string | undefined>>;

export type FieldFormProps = {
  readonly field: TargetField;
  readonly columns: readonly string[];
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
};

/** From which column a field comes, and how it is read. Columns that the file has are chosen, others are written. */
export function FieldForm({ field, columns, answers, errors }: FieldFormProps) {
  const { mapping: t } = useTexts(texts);
  const { language } = usePage();
  const at = (part: string) => `${field.name}.${part}`;
  const source = answers[at('kolumn')] ?? '';
  const known = source === '' || columns.includes(source) ? columns : [source, ...columns];
  const label = field.label[language];
  return (
    <Fieldset legend={field.required ? `${label} (${t.required})` : label} name={at('falt')}>
      {columns.length > 0 ? (
        <Select
          name={at('kolumn')}
          label={t.source}
          choices={known.map((value) => ({ value, label: value }))}
          value={source}
          optional
        />
      ) : (
        <TextField
          name={at('kolumn')}
          label={t.source}
          hint={t.sourceHint}
          value={source}
          width="half"
          autocomplete="off"
          optional
        />
      )}
      {field.type === 'date' && (
        <Select
          name={at('datum')}
          label={t.dateFormat}
          choices={dateFormats.map((value) => ({ value, label: t.dateFormats[value] }))}
          value={answers[at('datum')]}
          empty={null}
        />
      )}
      {field.type === 'decimal' && (
        <Select
          name={at('decimal')}
          label={t.decimalSign}
          choices={([',', '.'] as const).map((value) => ({ value, label: t.decimalSigns[value] }))}
          value={answers[at('decimal')]}
          empty={null}
        />
      )}
      {field.codes && (
        <TextArea
          name={at('koder')}
          label={t.codes}
          hint={t.codesHint(field.codes.map((code) => code.label[language]).join(', '))}
          value={answers[at('koder')]}
          error={errorAt(errors, at('koder'))}
          rows={3}
          optional
        />
      )}
      <TextField
        name={at('annars')}
        label={t.otherwise}
        value={answers[at('annars')]}
        width="half"
        autocomplete="off"
        optional
      />
    </Fieldset>
  );
}
