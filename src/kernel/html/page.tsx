import type { ComponentChildren } from 'preact';
import { assetHref } from './assets.ts';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';
import { type PageAuthority, usePage, useTexts } from './page-context.ts';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';
import { texts } from './texts/index.ts';

export type PageProps = {
  /** The heading; the browser's title is "Rubrik – Sottunga". */
  readonly title: string;
  /** What the page is part of, above the heading: the service's name on a step of its form. */
  readonly kicker?: string | undefined;
  /** One or two sentences under the heading. */
  readonly lead?: ComponentChildren;
  readonly breadcrumbs?: readonly Crumb[] | undefined;
  /** Whose page it is, when that is not the authority that the address names. */
  readonly authority?: PageAuthority | undefined;
  /** `wide` for lists, tables and cards; text and forms keep to a readable width. */
  readonly width?: 'reading' | 'wide' | undefined;
  /** `hero` puts the heading on a coloured field, for front pages; `dense` is for work with many rows. */
  readonly look?: 'plain' | 'hero' | 'dense' | undefined;
  /** Says "Fel:" first in the browser's title, so that it is heard first. */
  readonly hasErrors?: boolean | undefined;
  /** Seconds until a browser without scripts loads the page again, for work that goes on. */
  readonly refreshAfter?: number | undefined;
  readonly children?: ComponentChildren;
};

/** The document: head, header, the page's own main part with its heading, footer. */
export function Page(props: PageProps) {
  const page = usePage();
  const t = useTexts(texts);
  const authority = props.authority ?? page.authority;
  const title = `${props.title} – ${authority?.name ?? t.product}`;
  const look = props.look ?? 'plain';
  return (
    <html lang={page.language} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <title>{props.hasErrors ? `${t.errorPrefix} ${title}` : title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href={assetHref('app.css')} />
        {authority?.themeHref && <link rel="stylesheet" href={authority.themeHref} />}
        <link rel="icon" href={assetHref('favicon.svg')} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={assetHref('icon-180.png')} />
        <script type="module" src={assetHref('main.js')} />
        {props.refreshAfter !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refreshAfter)} />
          </noscript>
        )}
      </head>
      <body class={`al-body al-body--${look}`} {...(look === 'dense' ? { 'data-size': 'sm' } : {})}>
        <a class="ds-skip-link al-skip" href="#innehall">
          {t.skipToContent}
        </a>
        <PageHeader authority={authority} />
        <div class={`al-page al-page--${props.width ?? 'reading'}`}>
          {props.breadcrumbs && props.breadcrumbs.length > 0 && <Breadcrumbs items={props.breadcrumbs} />}
          <main id="innehall" class="al-main" tabindex={-1}>
            <div class="al-heading">
              {props.kicker && <p class="al-kicker">{props.kicker}</p>}
              <h1 class="al-title" id="rubrik" tabindex={-1}>
                {props.title}
              </h1>
              {props.lead && <p class="al-lead">{props.lead}</p>}
            </div>
            {props.children}
          </main>
        </div>
        <PageFooter authority={authority} />
      </body>
    </html>
  );
}
