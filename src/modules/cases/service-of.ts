import type { Scope } from '../../kernel/scope.ts';
import type { Language } from '../../kernel/texts.ts';
import {
  adoptedServices,
  publishedDefinition,
  type Retention,
  retentionOf,
  type ServiceDefinition,
  type Words,
  wordsOf,
} from '../services/index.ts';
import type { FiledCase } from './filed-case.ts';

/** What was answered, and its words in one language. */
export type FiledService = {
  readonly definition: ServiceDefinition;
  readonly words: Words;
  /** How long its cases are kept: as the authority has decided, else as the service proposes. */
  readonly retention: Retention;
  /** Law that nobody has verified is refused instead of marked. */
  readonly isStrict: boolean;
};

type Filed = Pick<FiledCase, 'authority' | 'service' | 'version'>;

/** The version that the case was filed with, whatever is newer today, in the authority's own wording. */
export async function serviceOf(scope: Scope, filed: Filed, language: Language): Promise<FiledService> {
  const [{ definition }, adopted] = await Promise.all([
    publishedDefinition(scope, filed.service, filed.version),
    adoptedServices(scope, filed.authority),
  ]);
  const own = adopted.find(({ service }) => service === filed.service);
  return {
    definition,
    words: wordsOf(definition, own?.texts ?? {}, language),
    retention: retentionOf({ definition, retention: own?.retention ?? null }),
    isStrict: own?.isStrict ?? true,
  };
}

export async function titleOf(scope: Scope, filed: Filed, language: Language): Promise<string> {
  return (await serviceOf(scope, filed, language)).words.of('title');
}

/** The services of a list, each looked up once. */
export async function servicesOf<F extends Filed>(
  scope: Scope,
  cases: readonly F[],
  language: Language,
): Promise<(filed: F) => FiledService> {
  const found = new Map<string, FiledService>();
  const keyOf = ({ authority, service, version }: Filed) => `${authority} ${service} ${version}`;
  for (const one of cases) {
    if (!found.has(keyOf(one))) found.set(keyOf(one), await serviceOf(scope, one, language));
  }
  return (filed) => {
    const service = found.get(keyOf(filed));
    if (!service) throw new TypeError('a case of another list');
    return service;
  };
}
