import type { Choice } from './choice-field.tsx';
import { describedBy, FieldFrame, type FieldProps } from './field.tsx';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type SelectProps = FieldProps & {
  readonly choices: readonly Pick<Choice, 'value' | 'label'>[];
  readonly value?: string | undefined;
  /** The empty first line; `null` when something is always chosen. */
  readonly empty?: string | null | undefined;
  readonly autocomplete?: string | undefined;
};

/** One of many; for fewer than eight, RadioGroup is easier. */
export function Select({ choices, value, empty, autocomplete, ...field }: SelectProps) {
  const t = useTexts(texts);
  return (
    <FieldFrame field={field}>
      <select
        class="ds-input"
        data-width="auto"
        id={field.name}
        name={field.name}
        autocomplete={autocomplete}
        aria-describedby={describedBy(field)}
        aria-invalid={field.error ? 'true' : undefined}
      >
        {empty !== null && <option value="">{empty ?? t.field.choose}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
