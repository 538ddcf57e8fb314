import type { ComponentChildren } from 'preact';
import { describedBy, FieldErrorText, FieldHint } from './field.tsx';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type FieldsetProps = {
  readonly legend: string;
  readonly name: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
};

/** Fields that belong together: an address, a contact person. Its id is its name, where the error summary leads. */
export function Fieldset({ legend, name, hint, error, children }: FieldsetProps) {
  const group = { name, hint, error };
  return (
    <fieldset class="ds-fieldset al-fieldset" id={name} tabindex={-1} aria-describedby={describedBy(group)}>
      <legend class="al-legend">{legend}</legend>
      <FieldHint field={group} />
      <FieldErrorText field={group} />
      <div class="al-form">{children}</div>
    </fieldset>
  );
}

export type RepeatGroupProps = {
  readonly name: string;
  readonly legend: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** Each one's fields; their names carry the index: `children.0.born`. */
  readonly items: readonly ComponentChildren[];
  /** `Barn 1`; counts from one. */
  readonly itemLabel: (number: number) => string;
  readonly addLabel?: string | undefined;
  readonly most?: number | undefined;
  readonly least?: number | undefined;
};

/**
 * The same questions several times. Its buttons post the form with `_action` = `add:NAME` or `remove:NAME:INDEX`
 * (from nought); the server answers with the page one item longer or shorter, everything else kept.
 * Give the form `enterSubmits`.
 */
export function RepeatGroup({
  name,
  legend,
  hint,
  error,
  items,
  itemLabel,
  addLabel,
  most,
  least = 1,
}: RepeatGroupProps) {
  const t = useTexts(texts);
  const group = { name, hint, error };
  return (
    <fieldset class="ds-fieldset al-repeat" id={name} tabindex={-1} aria-describedby={describedBy(group)}>
      <legend class="al-legend">{legend}</legend>
      <FieldHint field={group} />
      <FieldErrorText field={group} />
      {items.map((item, index) => (
        <fieldset key={index} class="ds-fieldset al-repeat__item">
          <legend class="al-repeat__legend">{itemLabel(index + 1)}</legend>
          <div class="al-form">{item}</div>
          {items.length > least && (
            <button
              type="submit"
              name="_action"
              value={`remove:${name}:${index}`}
              class="ds-button al-repeat__remove"
              data-variant="tertiary"
              data-size="sm"
            >
              {t.repeat.remove}
              <span class="ds-sr-only"> {itemLabel(index + 1)}</span>
            </button>
          )}
        </fieldset>
      ))}
      {most === undefined || items.length < most ? (
        <button type="submit" name="_action" value={`add:${name}`} class="ds-button" data-variant="secondary">
          {addLabel ?? t.repeat.add}
        </button>
      ) : (
        <p class="al-hint">{t.repeat.most(most)}</p>
      )}
    </fieldset>
  );
}
