import type { ComponentChildren } from 'preact';
import {
  describedBy,
  errorId,
  FieldErrorText,
  FieldHint,
  type FieldProps,
  GroupFrame,
  hintId,
  Optional,
} from './field.tsx';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
};

export type RadioGroupProps = FieldProps & {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
  /** Two or three short answers beside each other. */
  readonly inline?: boolean | undefined;
};

/** One of a few; nothing is chosen beforehand. The first button's id is the name, where the error summary leads. */
export function RadioGroup({ choices, value, inline, ...field }: RadioGroupProps) {
  return (
    <GroupFrame field={field} role="radiogroup">
      <div class={inline ? 'al-choices al-choices--inline' : 'al-choices'}>
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            type="radio"
            id={index === 0 ? field.name : `${field.name}-${index + 1}`}
            name={field.name}
            choice={choice}
            checked={choice.value === value}
            invalid={Boolean(field.error)}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

export type YesNoProps = Omit<RadioGroupProps, 'choices' | 'value' | 'inline'> & {
  readonly value?: 'yes' | 'no' | undefined;
};

/** Posts `yes` or `no`. */
export function YesNo(props: YesNoProps) {
  const t = useTexts(texts);
  const choices = [
    { value: 'yes', label: t.field.yes },
    { value: 'no', label: t.field.no },
  ];
  return <RadioGroup {...props} choices={choices} inline />;
}

export type CheckboxGroupProps = FieldProps & {
  readonly choices: readonly Choice[];
  readonly values?: readonly string[] | undefined;
};

/** Any number of a few: the body holds the name once for each. */
export function CheckboxGroup({ choices, values = [], ...field }: CheckboxGroupProps) {
  return (
    <GroupFrame field={field}>
      <div class="al-choices">
        {choices.map((choice, index) => (
          <ChoiceRow
            key={choice.value}
            type="checkbox"
            id={index === 0 ? field.name : `${field.name}-${index + 1}`}
            name={field.name}
            choice={choice}
            checked={values.includes(choice.value)}
            invalid={Boolean(field.error)}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

export type CheckboxProps = Omit<FieldProps, 'large'> & {
  readonly checked?: boolean | undefined;
  /** What is posted when it is ticked. */
  readonly value?: string | undefined;
};

/** One box to tick, with its error above it: "Jag intygar att uppgifterna stämmer". */
export function Checkbox({ checked, value = 'yes', ...field }: CheckboxProps) {
  return (
    <div class={`al-field${field.error ? ' al-field--invalid' : ''}`}>
      <FieldErrorText field={field} />
      <div class="ds-field al-choice">
        <input
          class="ds-input"
          type="checkbox"
          id={field.name}
          name={field.name}
          value={value}
          checked={checked}
          aria-describedby={describedBy(field)}
          aria-invalid={field.error ? 'true' : undefined}
        />
        <label for={field.name}>
          {field.label}
          {field.optional && <Optional />}
        </label>
        <FieldHint field={field} />
      </div>
    </div>
  );
}

type ChoiceRowProps = {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly invalid: boolean;
};

function ChoiceRow({ type, id, name, choice, checked, invalid }: ChoiceRowProps) {
  const hint = choice.hint ? hintId(`${id}-choice`) : undefined;
  const described = [...(hint ? [hint] : []), ...(invalid && type === 'checkbox' ? [errorId(name)] : [])];
  return (
    <div class="ds-field al-choice">
      <input
        class="ds-input"
        type={type}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        aria-invalid={invalid && type === 'checkbox' ? 'true' : undefined}
      />
      <label for={id}>{choice.label}</label>
      {hint && (
        <div class="al-hint" data-field="description" id={hint}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}
