import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type Crumb = { readonly href: string; readonly label: string };

/** The way here, without the page itself: that is its heading. */
export function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  const t = useTexts(texts);
  return (
    <nav class="ds-breadcrumbs al-breadcrumbs" aria-label={t.breadcrumbs}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a class="ds-link" href={item.href}>
              {item.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
