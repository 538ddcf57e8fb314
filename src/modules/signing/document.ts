import { canonicalJson, type Json, sha256Hex } from '../../kernel/canonical-json.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type InEach, languages } from '../../kernel/texts.ts';

/** What is signed. All of it is in the digest: the words that the signer reads, in each language, and what machines read. */
export type SignedDocument = {
  readonly title: InEach<string>;
  /** Exactly what the signature means, in paragraphs; a line that begins with `- ` is a point of a list. */
  readonly plainWords: InEach<readonly string[]>;
  readonly content: Json;
};

/** The document as it is kept: the very text that the digest is of. */
export type SealedDocument = { readonly text: string; readonly digest: string };

const DOCUMENT_TYPE = 'allmanning.document/1';
/** The e-ID shows title and words as one text; the shortest limit known is 4 096 characters. */
const WORDS_MOST = 3500;

/**
 * @throws RangeError when a language says nothing, or more than an e-ID can show
 */
export function sealDocument(document: SignedDocument): SealedDocument {
  for (const language of languages) {
    const words = document.plainWords[language];
    const length = [document.title[language], ...words].join('\n\n').length;
    if (words.length === 0 || document.title[language].trim() === '') throw new RangeError('a document says nothing');
    if (length > WORDS_MOST) throw new RangeError(`a document has ${length} characters; ${WORDS_MOST} can be shown`);
  }
  const text = canonicalJson({ type: DOCUMENT_TYPE, ...document });
  return { text, digest: sha256Hex(text) };
}

/**
 * @throws Refusal conflict when the kept text is not what its digest says: nobody signs or trusts it then
 */
export function openDocument({ text, digest }: SealedDocument): SignedDocument {
  if (sha256Hex(text) !== digest) throw new Refusal('conflict', 'signing.altered');
  const { title, plainWords, content } = JSON.parse(text) as SignedDocument; // sealed by sealDocument alone
  return { title, plainWords, content };
}

/** For a list, which goes on showing the others when one has been altered. */
export function titleOf(text: string): InEach<string> {
  return (JSON.parse(text) as SignedDocument).title;
}
