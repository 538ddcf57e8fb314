import type { Scope } from '../../kernel/scope.ts';
import type { Language } from '../../kernel/texts.ts';
import { type ServiceDefinition, serviceVersion, type Words, wordsOf } from '../services/index.ts';
import type { FiledCase } from './filed-case.ts';

/** What was answered, and its words in one language. */
export type FiledService = { readonly definition: ServiceDefinition; readonly words: Words };

/** The version that the case was filed with, whatever is newer today. */
export async function serviceOf(
  scope: Scope,
  filed: Pick<FiledCase, 'service' | 'version'>,
  language: Language,
): Promise<FiledService> {
  const { definition } = await serviceVersion(scope, filed.service, filed.version);
  return { definition, words: wordsOf(definition, {}, language) };
}

export async function titleOf(
  scope: Scope,
  filed: Pick<FiledCase, 'service' | 'version'>,
  language: Language,
): Promise<string> {
  return (await serviceOf(scope, filed, language)).words.of('title');
}

/** Titles for a list, each version looked up once. */
export async function titlesOf(
  scope: Scope,
  cases: readonly Pick<FiledCase, 'service' | 'version'>[],
  language: Language,
): Promise<(filed: Pick<FiledCase, 'service' | 'version'>) => string> {
  const titles = new Map<string, string>();
  for (const one of cases) {
    const key = `${one.service} ${one.version}`;
    if (!titles.has(key)) titles.set(key, await titleOf(scope, one, language));
  }
  return (filed) => titles.get(`${filed.service} ${filed.version}`) ?? '';
}
