import {
  Checkbox,
  errorAt,
  type FieldError,
  NumberField,
  Select,
  TextArea,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import { encodings } from '../mapping.ts';
import { texts } from '../texts/index.ts';
import type { Answers } from './field-form.tsx';

type LayoutFormProps = { readonly answers: Answers; readonly errors: readonly FieldError[] };

const kinds = ['delimited', 'sheet', 'fixed-width', 'xml'] as const;
const delimiters = [';', ',', '\t', '|'] as const;
const nameOfDelimiter = { ';': 'semikolon', ',': 'komma', '\t': 'tabb', '|': 'streck' } as const;

/** How rows and columns stand in the file. What is for another kind of file is left as it is. */
export function LayoutForm({ answers, errors }: LayoutFormProps) {
  const { mapping: t } = useTexts(texts);
  return (
    <>
      <Select
        name="slag"
        label={t.kind}
        choices={kinds.map((value) => ({ value, label: t.kinds[value] }))}
        value={answers.slag}
        empty={null}
      />
      <Select
        name="kodning"
        label={t.encoding}
        choices={(['auto', ...encodings] as const).map((value) => ({ value, label: t.encodings[value] }))}
        value={answers.kodning}
        empty={null}
      />
      <NumberField
        name="hoppa"
        label={t.skip}
        value={answers.hoppa}
        error={errorAt(errors, 'hoppa')}
        autocomplete="off"
        width="tiny"
      />
      <Checkbox name="rubriker" label={t.header} value="ja" checked={answers.rubriker === 'ja'} />
      <Select
        name="skiljetecken"
        label={t.delimiter}
        hint={t.onlyFor(t.kinds.delimited)}
        choices={delimiters.map((one) => ({ value: nameOfDelimiter[one], label: t.delimiters[one] }))}
        value={answers.skiljetecken}
        empty={null}
      />
      <TextField
        name="blad"
        label={t.sheet}
        hint={`${t.onlyFor(t.kinds.sheet)}. ${t.sheetHint}`}
        value={answers.blad}
        width="half"
        autocomplete="off"
        optional
      />
      <TextField
        name="element"
        label={t.xmlRow}
        hint={t.onlyFor(t.kinds.xml)}
        value={answers.element}
        error={errorAt(errors, 'element')}
        width="half"
        autocomplete="off"
        spellcheck={false}
        optional
      />
      <TextArea
        name="kolumner"
        label={t.columns}
        hint={`${t.onlyFor(t.kinds['fixed-width'])}. ${t.columnsHint}`}
        value={answers.kolumner}
        error={errorAt(errors, 'kolumner')}
        rows={4}
        optional
      />
    </>
  );
}
