import type { Language } from '../../../kernel/texts.ts';
import { type Ball, bareItem } from '../item.ts';
import type { CountedCodes } from '../store/meanings.ts';
import { type Code, inOurWords, type Meanings, type Said } from './meaning.ts';

/** How a case with such codes stands in a person's overview. */
export type ToldAs = { readonly words: string; readonly kind: string | null; readonly ball: Ball };

/** What a source really has answered, in the words that hold. */
export function toldAs(seen: CountedCodes, meanings: Meanings, language: Language): ToldAs {
  const { words, kind, status, ball } = {
    words: seen.words,
    ...inOurWords(
      {
        ...bareItem,
        ...{ source: seen.source, id: '', title: '', authority: '', ball: seen.ball },
        status: { words: seen.words, normal: 'other' },
        codes: { status: seen.status || null, type: seen.type || null },
        last: { at: seen.lastAt.toString(), words: '' },
      },
      meanings,
      language,
    ),
  };
  return { words: status.words || words, kind, ball };
}

/** The same with one more thing said, as it will be from its day. */
export function withSaid(meanings: Meanings, { kind, code, meaning }: Code & Pick<Said, 'meaning'>): Meanings {
  const changed = new Map<string, unknown>(meanings[kind]);
  if (meaning === null) changed.delete(code);
  else changed.set(code, meaning);
  return { ...meanings, [kind]: changed };
}
