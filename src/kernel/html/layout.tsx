import type { ComponentChildren } from 'preact';

export type SectionProps = {
  readonly title: string;
  /** For links to it. */
  readonly id?: string | undefined;
  /** Beside the title: a link to all, a button. */
  readonly action?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** A part of a page under a heading of its own. */
export function Section({ title, id, action, children }: SectionProps) {
  return (
    <section class="al-section" id={id}>
      <div class="al-section__head">
        <h2 class="al-h2">{title}</h2>
        {action}
      </div>
      <div class="al-flow">{children}</div>
    </section>
  );
}

export type SplitProps = {
  /** Facts and what can be done, beside the main part; after it on a small screen. */
  readonly aside: ComponentChildren;
  readonly asideLabel: string;
  readonly children: ComponentChildren;
};

/** Two columns on a page with `width="wide"`: what it is about, and what belongs to it. */
export function Split({ aside, asideLabel, children }: SplitProps) {
  return (
    <div class="al-split">
      <div class="al-flow">{children}</div>
      <aside class="al-split__aside al-flow" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  );
}

/** Text that people have written: paragraphs as they made them, never as HTML. */
export function Prose({ text }: { readonly text: string }) {
  return <div class="al-prose">{text}</div>;
}
