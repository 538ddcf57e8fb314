import type { Language } from '../../kernel/texts.ts';
import type { Asked } from './ask-sources.ts';
import type { FoundCases } from './case-source.ts';

/** What a source gave, whether now or before; null when it gave nothing. */
export function foundIn({ answer }: Pick<Asked, 'answer'>): FoundCases | null {
  return answer.state === 'answered' || answer.state === 'stale' ? answer.value : null;
}

/** Whose cases are missing or old: what a copy that leaves the house must say. */
export function unasked(asked: readonly Asked[], language: Language): readonly string[] {
  return asked.flatMap((one) => {
    const { state } = one.answer;
    if (state === 'failed' || state === 'stale') return [one.source.name[language]];
    return foundIn(one)?.missing ?? [];
  });
}
