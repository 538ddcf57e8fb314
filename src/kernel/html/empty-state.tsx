import type { ComponentChildren } from 'preact';

export type EmptyStateProps = {
  readonly title: string;
  /** Why it is empty, and what would fill it. */
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
};

/** A list without anything in it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="al-empty">
      <p class="al-empty__title">{title}</p>
      {children && <div class="al-flow al-muted">{children}</div>}
      {action && <div class="al-actions">{action}</div>}
    </div>
  );
}
