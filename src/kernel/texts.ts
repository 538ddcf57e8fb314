/** The languages that every page speaks from its first day. A service may offer more of its own. */
export const languages = ['sv', 'fi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Swedish is the original: the others must have exactly its keys, and take the same parameters. */
export type SameKeys<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : SameKeys<T[K]>;
};

/** One text in all languages; a missing one is a type error. */
export type InEach<T> = Readonly<Record<Language, T>>;

/** A module's texts: `texts/sv.ts` is the original, `fi` and `en` are checked against it. */
export type Texts<T> = { readonly sv: T; readonly fi: SameKeys<T>; readonly en: SameKeys<T> };

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value);
}

/** What a refusal says: what happened, why, and what to do now. */
export type RefusalText = { readonly what: string; readonly why: string; readonly next: string };

/** Refusal texts by the refusal's key, in each language; every module hands its own to the wiring. */
export type RefusalTexts = Readonly<Record<string, InEach<RefusalText>>>;
