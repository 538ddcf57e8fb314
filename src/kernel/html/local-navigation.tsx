export type LocalNavigationItem = {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
  readonly count?: number | undefined;
};

export type LocalNavigationProps = {
  /** What the pages are about, for those who hear it. */
  readonly label: string;
  readonly items: readonly LocalNavigationItem[];
};

/** Pages beside each other (Alla, Mina, Avslutade): links, each a page of its own, not tabs. */
export function LocalNavigation({ label, items }: LocalNavigationProps) {
  return (
    <nav class="al-local" aria-label={label}>
      <ul class="al-local__list">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <span class="al-local__count"> {item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
