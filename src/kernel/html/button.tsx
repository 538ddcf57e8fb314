import type { ComponentChildren } from 'preact';

type Look = {
  /** One primary to a page: what most readers came to do. */
  readonly variant?: 'primary' | 'secondary' | 'tertiary' | undefined;
  /** `danger` for what can not be undone. */
  readonly tone?: 'danger' | undefined;
  readonly size?: 'sm' | undefined;
  /** Heard after the text by those who do not see what stands beside it: "Ta bort", then "barn 2". */
  readonly context?: string | undefined;
  /** One key that does the same while the focus stands in a part with `data-keys`; shown beside the text. */
  readonly shortcut?: string | undefined;
  readonly children: ComponentChildren;
};

export type ButtonProps = Look & {
  readonly type?: 'submit' | 'button' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** The id of a form elsewhere on the page. */
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
};

/** Something happens. For going somewhere use `ButtonLink`. */
export function Button({ type = 'submit', name, value, form, formAction, ...look }: ButtonProps) {
  return (
    <button
      type={type}
      name={name}
      value={value}
      form={form}
      formaction={formAction}
      class="ds-button"
      data-variant={look.variant}
      data-color={look.tone}
      data-size={look.size}
      aria-keyshortcuts={look.shortcut}
    >
      {look.children}
      {look.context && <span class="ds-sr-only"> {look.context}</span>}
      {look.shortcut && <Key name={look.shortcut} />}
    </button>
  );
}

export type ButtonLinkProps = Look & { readonly href: string; readonly download?: boolean | undefined };

/** A link that is the next step. */
export function ButtonLink({ href, download, ...look }: ButtonLinkProps) {
  return (
    <a
      class="ds-button"
      href={href}
      download={download}
      data-variant={look.variant}
      data-color={look.tone}
      data-size={look.size}
      aria-keyshortcuts={look.shortcut}
    >
      {look.children}
      {look.context && <span class="ds-sr-only"> {look.context}</span>}
      {look.shortcut && <Key name={look.shortcut} />}
    </a>
  );
}

/** Where there are no scripts the key does nothing, and is not shown. */
function Key({ name }: { readonly name: string }) {
  return (
    <span class="al-key" aria-hidden="true">
      {name}
    </span>
  );
}
