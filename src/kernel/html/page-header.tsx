import { languages } from '../texts.ts';
import { ActingFor } from './acting-for.tsx';
import { Form } from './form.tsx';
import { AuthorityMark, ProductMark } from './mark.tsx';
import { type NavigationItem, type PageAuthority, type PageContext, usePage, useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

const languageNames = { sv: 'Svenska', fi: 'Suomi', en: 'English' } as const;

/** Whose house this is, who is signed in, in which language, and the way to the main rooms. */
export function PageHeader({ authority }: { readonly authority: PageAuthority | null }) {
  const page = usePage();
  const t = useTexts(texts);
  const name = authority?.name ?? t.product;
  return (
    <header class="al-header">
      <div class="al-header__bar">
        <a class="al-brand" href={homeOf(authority)}>
          {authority ? <AuthorityMark name={authority.name} /> : <ProductMark />}
          <span class="al-brand__name">{name}</span>
          <span class="ds-sr-only">, {t.header.home}</span>
        </a>
        <div class="al-header__tools">
          {page.reader ? <SignedIn name={page.reader.name} /> : <SignIn path={page.path} />}
          <LanguageSwitch page={page} label={t.header.language} />
        </div>
      </div>
      {page.acting && <ActingFor acting={page.acting} />}
      {page.navigation.length > 0 && <MainNavigation page={page} label={t.header.navigation} />}
    </header>
  );
}

export function homeOf(authority: PageAuthority | null): string {
  return authority ? (authority.homeHref ?? `/${authority.slug}`) : '/';
}

function LanguageSwitch({ page, label }: { readonly page: PageContext; readonly label: string }) {
  const back = encodeURIComponent(page.path);
  return (
    <nav class="al-languages" aria-label={label}>
      <ul class="al-languages__list">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={`/sprak/${language}?till=${back}`}
              lang={language}
              hreflang={language}
              rel="nofollow"
              aria-current={language === page.language ? 'true' : undefined}
            >
              {languageNames[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignedIn({ name }: { readonly name: string }) {
  const t = useTexts(texts);
  return (
    <div class="al-reader">
      <span class="al-reader__name">
        <span class="ds-sr-only">{t.header.reader} </span>
        {name}
      </span>
      <Form action="/logga-ut" class="al-reader__out">
        <button type="submit" class="al-quiet-button">
          {t.header.signOut}
        </button>
      </Form>
    </div>
  );
}

function SignIn({ path }: { readonly path: string }) {
  const t = useTexts(texts);
  return (
    <a
      class="ds-button al-sign-in"
      data-variant="secondary"
      data-size="sm"
      href={`/logga-in?till=${encodeURIComponent(path)}`}
    >
      {t.header.signIn}
    </a>
  );
}

/** In a row where there is room; behind one word on a phone, so that the page itself is what is seen first. */
function MainNavigation({ page, label }: { readonly page: PageContext; readonly label: string }) {
  const t = useTexts(texts);
  const current = currentItem(page.navigation, page.path);
  return (
    <nav class="al-nav" aria-label={label}>
      <details class="al-nav__menu">
        <summary class="al-nav__unfold">{t.header.menu}</summary>
        <ul class="al-nav__list">
          {page.navigation.map((item) => (
            <li key={item.href}>
              <a
                href={item.href}
                aria-current={item === current ? (item.href === page.path ? 'page' : 'true') : undefined}
              >
                {item.label[page.language]}
                {item.count !== undefined && item.count > 0 && (
                  <>
                    {' '}
                    <span class="al-count" aria-hidden="true">
                      {item.count}
                    </span>
                    <span class="ds-sr-only">({t.header.waiting(item.count)})</span>
                  </>
                )}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

/** The entry under which the page lies: the longest that its path begins with, a whole segment at a time. */
function currentItem(items: readonly NavigationItem[], path: string): NavigationItem | undefined {
  const plain = path.split('?', 1)[0] ?? path;
  let best: NavigationItem | undefined;
  for (const item of items) {
    if (item.also?.includes(plain)) return item;
    const lies = plain === item.href || plain.startsWith(item.href.endsWith('/') ? item.href : `${item.href}/`);
    if (lies && (!best || item.href.length > best.href.length)) best = item;
  }
  return best;
}
