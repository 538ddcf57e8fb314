import type { PartyId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { AskOptions, CaseSource } from '../case-source.ts';
import type { CodeCounter } from './code-counter.ts';
import type { KnownMeanings } from './known-meanings.ts';
import { inOurWords } from './meaning.ts';

export type MappingParts = { readonly meanings: KnownMeanings; readonly codes: Pick<CodeCounter, 'noticed'> };

/** A source elsewhere in the words that its keeper has decided; which codes it answers with is counted. */
export function mapped(source: CaseSource, { meanings, codes }: MappingParts): CaseSource {
  if (source.kind === 'house') return source;
  const { one } = source;
  return {
    ...source,
    ...(one && {
      one: async (scope: Scope, principal: PartyId, id: string, options: AskOptions) => {
        const [answer, means] = await Promise.all([one(scope, principal, id, options), meanings(scope, source.id)]);
        if (answer.state !== 'answered') return answer;
        return { ...answer, value: inOurWords(answer.value, means, scope.language) };
      },
    }),
    async cases(scope, principal, options) {
      const [answer, means] = await Promise.all([source.cases(scope, principal, options), meanings(scope, source.id)]);
      if (answer.state !== 'answered') return answer;
      const { items } = answer.value;
      codes.noticed(source, items);
      const inWords = items.map((item) => inOurWords(item, means, scope.language));
      return { ...answer, value: { ...answer.value, items: inWords } };
    },
  };
}
