import type { Assurance } from '../authority.ts';
import type { InEach, Language, SameKeys, Texts } from '../texts.ts';

/** The authority in whose rooms the page lies: its name, its colours, and where to turn. */
export type PageAuthority = {
  readonly slug: string;
  readonly name: string;
  /** A style sheet of its own, `/tema/sottunga.css`; null is the colours of Allmänning. */
  readonly themeHref: string | null;
  readonly contact: {
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
    /** Lines of the postal or visiting address. */
    readonly address?: readonly string[] | undefined;
  };
  /** When the authority has a host name of its own; otherwise `/slug`. */
  readonly homeHref?: string | undefined;
};

/** Who reads. The name is the reader's own, shown to nobody else. */
export type PageReader = {
  readonly name: string;
  readonly kind: 'person' | 'official' | 'operator';
  readonly assurance: Assurance;
};

/** `ended`: the right to it is gone; `aside`: this page is the reader's own all the same. */
export type PageActing = { readonly name: string; readonly state: 'stands' | 'ended' | 'aside' };

/** An entry of the main navigation; the current one is the longest `href` that the path lies under. */
export type NavigationItem = {
  readonly href: string;
  readonly label: InEach<string>;
  /** Addresses that lie under this entry without beginning with its own. */
  readonly also?: readonly string[] | undefined;
  /** Unread or waiting; shown when above nought. */
  readonly count?: number | undefined;
};

/** What every page knows of its request, beside its own view model. */
export type PageContext = {
  readonly language: Language;
  /** Path and query of this page: for the language switch, the way back from sign-in and the current navigation. */
  readonly path: string;
  /** The token that `<Form>` puts into each form that posts; null when nobody can post. */
  readonly csrf: string | null;
  readonly authority: PageAuthority | null;
  readonly reader: PageReader | null;
  /** In whose name the page is; null for the reader's own. */
  readonly acting: PageActing | null;
  readonly navigation: readonly NavigationItem[];
  readonly requestId: string;
  /** Marks the page as one of a machine for development. */
  readonly development: boolean;
};

/** Rendering is synchronous, so one page at a time is the current one; measured much faster than a tree of contexts. */
let current: PageContext | null = null;

/** Renders with the request's facts at hand. */
export function withPage<T>(page: PageContext, render: () => T): T {
  const before = current;
  current = page;
  try {
    return render();
  } finally {
    current = before;
  }
}

/** The request's facts; only within `renderPage`. */
export function usePage(): PageContext {
  if (!current) throw new Error('A component that asks for the page was rendered outside renderPage');
  return current;
}

/** A module's texts in the reader's language. */
export function useTexts<T>(texts: Texts<T>): SameKeys<T> {
  return texts[usePage().language] as SameKeys<T>; // the original has its own keys
}
