import type { ComponentChildren } from 'preact';
import { describedBy, FieldFrame, type FieldProps } from './field.tsx';
import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

/** What the reader sees of an expected length: a field as long as its answer. */
export type FieldWidth = 'full' | 'half' | 'short' | 'tiny';

export type TextFieldProps = FieldProps & {
  /** What was typed, right or wrong: a refused form keeps everything. */
  readonly value?: string | undefined;
  /** The browser's own word for what is asked (`name`, `street-address`, `postal-code`), WCAG 1.3.5. */
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | undefined;
  readonly width?: FieldWidth | undefined;
  readonly readOnly?: boolean | undefined;
  readonly spellcheck?: boolean | undefined;
};

type InputProps = TextFieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
};

export function TextField(props: TextFieldProps) {
  return <Input {...props} />;
}

export function EmailField(props: Omit<TextFieldProps, 'inputMode' | 'spellcheck'>) {
  return <Input autocomplete="email" {...props} type="email" inputMode="email" spellcheck={false} />;
}

export function PhoneField(props: Omit<TextFieldProps, 'inputMode'>) {
  return <Input autocomplete="tel" width="half" {...props} type="tel" inputMode="tel" />;
}

/** A field to search by, for a form with `method="get"`. */
export function SearchField(props: Omit<TextFieldProps, 'inputMode'>) {
  return <Input {...props} type="search" inputMode="search" />;
}

export type NumberFieldProps = Omit<TextFieldProps, 'inputMode'> & {
  /** After the field: `timmar`, `m²`. */
  readonly unit?: string | undefined;
  readonly decimals?: boolean | undefined;
};

/** A text field with digits to type on: `type=number` loses what it does not understand and changes when scrolled. */
export function NumberField({ unit, decimals, ...props }: NumberFieldProps) {
  return <Input width="short" {...props} inputMode={decimals ? 'decimal' : 'numeric'} after={unit} />;
}

export type MoneyFieldProps = Omit<TextFieldProps, 'inputMode'> & { readonly currency: 'SEK' | 'EUR' };

/** An amount as it is typed, `1 250,50`; the kernel's money reads it. */
export function MoneyField({ currency, ...props }: MoneyFieldProps) {
  const t = useTexts(texts);
  return <Input width="short" {...props} inputMode="decimal" after={t.field.currency[currency]} />;
}

function Input(props: InputProps) {
  const affixId = props.after ? `${props.name}-unit` : undefined;
  const input = (
    <input
      class={`ds-input al-input--${props.width ?? 'full'}`}
      id={props.name}
      name={props.name}
      type={(props.type ?? 'text') as 'text'} // one variant of the element's type takes them all
      value={props.value}
      inputmode={props.inputMode}
      autocomplete={props.autocomplete}
      spellcheck={props.spellcheck}
      readonly={props.readOnly}
      aria-describedby={affixId ? describedBy(props, affixId) : describedBy(props)}
      aria-invalid={props.error ? 'true' : undefined}
    />
  );
  return (
    <FieldFrame field={props}>
      {affixId ? (
        <Affixed id={affixId} text={props.after}>
          {input}
        </Affixed>
      ) : (
        input
      )}
    </FieldFrame>
  );
}

type AffixedProps = { readonly id: string; readonly text: string | undefined; readonly children: ComponentChildren };

function Affixed({ id, text, children }: AffixedProps) {
  return (
    <div class="ds-field-affixes al-affixes">
      {children}
      <span class="ds-field-affix" id={id}>
        {text}
      </span>
    </div>
  );
}

export type TextAreaProps = Omit<TextFieldProps, 'inputMode' | 'width'> & {
  readonly rows?: number | undefined;
  /** At most so many characters; said before, counted by the script, checked by the server. */
  readonly limit?: number | undefined;
};

export function TextArea({ rows = 5, limit, ...props }: TextAreaProps) {
  const t = useTexts(texts);
  const limitId = `${props.name}-limit`;
  return (
    <FieldFrame field={props}>
      <textarea
        class="ds-input"
        id={props.name}
        name={props.name}
        rows={rows}
        autocomplete={props.autocomplete}
        readonly={props.readOnly}
        aria-describedby={limit ? describedBy(props, limitId) : describedBy(props)}
        aria-invalid={props.error ? 'true' : undefined}
        data-limit={limit}
        value={props.value}
      />
      {limit && (
        <p class="al-limit" id={limitId} data-left={t.field.charactersLeft} data-over={t.field.charactersOver}>
          {t.field.characters(limit)}
        </p>
      )}
    </FieldFrame>
  );
}
