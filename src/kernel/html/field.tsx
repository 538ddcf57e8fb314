import type { ComponentChildren } from 'preact';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

/** What every control takes. Its id is its name, so that the error summary finds it. */
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  /** Help before answering: what is asked for, in which form. */
  readonly hint?: ComponentChildren;
  /** What is wrong and how to put it right; undefined when nothing is. */
  readonly error?: string | undefined;
  /** Marked in the label. What is not marked must be answered. */
  readonly optional?: boolean | undefined;
  /** Makes the label the page's question: for a page that asks one thing. */
  readonly large?: boolean | undefined;
};

export function hintId(name: string): string {
  return `${name}-hint`;
}

export function errorId(name: string): string {
  return `${name}-error`;
}

/** The ids that describe a control, for `aria-describedby`: undefined rather than empty. */
export function describedBy(
  field: Pick<FieldProps, 'name' | 'hint' | 'error'>,
  ...more: readonly string[]
): string | undefined {
  const ids = [...(field.hint ? [hintId(field.name)] : []), ...more, ...(field.error ? [errorId(field.name)] : [])];
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label, hint, error and the control, in the order in which they are read. */
export function FieldFrame({ field, children }: { readonly field: FieldProps; readonly children: ComponentChildren }) {
  return (
    <div class={`ds-field al-field${field.error ? ' al-field--invalid' : ''}`}>
      <label class={`ds-label${field.large ? ' al-question' : ''}`} for={field.name}>
        {field.label}
        {field.optional && <Optional />}
      </label>
      <FieldHint field={field} />
      <FieldErrorText field={field} />
      {children}
    </div>
  );
}

export function FieldHint({ field }: { readonly field: Pick<FieldProps, 'name' | 'hint'> }) {
  if (!field.hint) return null;
  return (
    <div class="al-hint" data-field="description" id={hintId(field.name)}>
      {field.hint}
    </div>
  );
}

export function FieldErrorText({ field }: { readonly field: Pick<FieldProps, 'name' | 'error'> }) {
  const t = useTexts(texts);
  if (!field.error) return null;
  return (
    <p class="ds-validation-message al-error" id={errorId(field.name)}>
      <span class="ds-sr-only">{t.field.errorPrefix} </span>
      {field.error}
    </p>
  );
}

export function Optional() {
  const t = useTexts(texts);
  return <span class="al-optional"> ({t.field.optional})</span>;
}

/** A control that is several (radio buttons, day-month-year): the label is the legend of a group. */
export function GroupFrame({
  field,
  role,
  children,
}: {
  readonly field: FieldProps;
  readonly role?: 'radiogroup' | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`al-field${field.error ? ' al-field--invalid' : ''}`}>
      <fieldset
        class="ds-fieldset"
        role={role}
        aria-describedby={describedBy(field)}
        aria-invalid={role && field.error ? 'true' : undefined}
      >
        <legend class={`ds-label${field.large ? ' al-question' : ''}`}>
          {field.label}
          {field.optional && <Optional />}
        </legend>
        <FieldHint field={field} />
        <FieldErrorText field={field} />
        {children}
      </fieldset>
    </div>
  );
}
