import type { ComponentChildren } from 'preact';
import { usePage } from './page-context.ts';

export type FormProps = {
  readonly action: string;
  readonly method?: 'get' | 'post' | undefined;
  /** For forms with files. */
  readonly multipart?: boolean | undefined;
  /**
   * What Enter in a field does: the first button, which in a form with a RepeatGroup would be a "remove". With this
   * Enter posts the form as if no named button had been pressed.
   */
  readonly enterSubmits?: boolean | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
};

/**
 * A form with the request's token in it. The server checks, in the reader's words; the browser's own checks are off,
 * since they speak another language and vanish before they are read.
 */
export function Form({ action, method = 'post', multipart, enterSubmits, id, class: name, children }: FormProps) {
  const { csrf } = usePage();
  return (
    <form
      id={id}
      class={name ?? 'al-form'}
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      {method === 'post' && csrf !== null && <input type="hidden" name="_csrf" value={csrf} />}
      {enterSubmits && <button type="submit" hidden tabindex={-1} />}
      {children}
    </form>
  );
}

/** The row of buttons that ends a form or a part of a page; the main one first. */
export function Actions({ children }: { readonly children: ComponentChildren }) {
  return <div class="al-actions">{children}</div>;
}
