import type { Language } from '../../../kernel/texts.ts';
import type { ServiceDefinition } from './definition.ts';

/** An authority's own wording of a shared service: language → key → text. */
export type TextOverlay = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The words of a service in one language. `of` is for texts that must be there, `find` for those that may. */
export type Words = {
  readonly language: Language;
  of(key: string): string;
  find(key: string): string | undefined;
};

/** The authority's own words first, then the definition's, then the definition's first language. */
export function wordsOf(definition: ServiceDefinition, overlay: TextOverlay, language: Language): Words {
  const [original = 'sv'] = definition.languages;
  const spoken = definition.texts[language] ? language : original;
  const find = (key: string) =>
    overlay[spoken]?.[key] ?? definition.texts[spoken]?.[key] ?? definition.texts[original]?.[key];
  return { language, find, of: (key) => find(key) ?? key };
}
