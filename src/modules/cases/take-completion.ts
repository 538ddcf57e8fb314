import { type FileIntake, fileRefusalTexts } from '../../kernel/files/index.ts';
import type { FieldError } from '../../kernel/html/index.ts';
import type { Upload } from '../../kernel/http/upload.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Language } from '../../kernel/texts.ts';
import type { ActFile } from './action.ts';
import { texts } from './texts/index.ts';

const MAX_BYTES = 10 * 1024 * 1024;

export type Taken = { readonly taken: ActFile[]; readonly errors: FieldError[] };

/** Takes in the files of an answer, each by itself; one that is refused is named, with the reason. */
export async function takeCompletion(
  intake: FileIntake,
  uploads: readonly Upload[],
  language: Language,
): Promise<Taken> {
  const taken: ActFile[] = [];
  const refused: string[] = [];
  const t = texts[language].complete;
  for (const { fileName, content } of uploads) {
    try {
      const kept = await intake({ name: fileName, content }, { kinds: ['pdf', 'png', 'jpeg'], maxBytes: MAX_BYTES });
      taken.push({ file: kept.digest, name: kept.name, mediaType: kept.mediaType, size: kept.size });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused.push(t.badFile(fileName.slice(0, 100), fileRefusalTexts[error.key]?.[language].what ?? error.key));
    }
  }
  if (refused.length === 0) return { taken, errors: [] };
  const again = uploads.length > 1 ? ` ${t.chooseAgain}` : '';
  return { taken, errors: [{ field: 'files', text: `${refused.join(' ')}${again}` }] };
}
