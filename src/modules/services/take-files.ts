import { type FileIntake, type FileKind, fileKinds, mediaTypes } from '../../kernel/files/index.ts';
import type { Upload } from '../../kernel/http/upload.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { RefusedFile } from './draft.ts';
import type { DefinitionPage, Field } from './format/definition.ts';
import type { FileAnswer } from './format/fields/file.ts';

/** As the form says it before a file is chosen. */
export const LARGEST_MEGABYTES = 10;

export type TakenFile = { readonly field: string; readonly file: FileAnswer };
export type TakenFiles = { readonly taken: readonly TakenFile[]; readonly refused: readonly RefusedFile[] };

/**
 * Takes in the files of a page, each by itself: one that is empty, too large or not what it says is refused by its name,
 * and the others are kept.
 */
export async function takeFiles(
  intake: FileIntake,
  page: DefinitionPage,
  uploads: readonly Upload[],
): Promise<TakenFiles> {
  const taken: TakenFile[] = [];
  const refused: RefusedFile[] = [];
  for (const { field: name, fileName, content } of uploads) {
    const field = page.fields.find(({ id, type }) => id === name && type === 'file');
    if (!field) continue;
    try {
      const rules = { kinds: kindsOf(field), maxBytes: LARGEST_MEGABYTES * 1024 * 1024 };
      const kept = await intake({ name: fileName, content }, rules);
      taken.push({
        field: name,
        file: { file: kept.digest, name: kept.name, mediaType: kept.mediaType, size: kept.size },
      });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      refused.push({ field: name, name: fileName.slice(0, 200), key: error.key });
    }
  }
  return { taken, refused };
}

function kindsOf(field: Field): readonly FileKind[] {
  return fileKinds.filter((kind) => field.accept === undefined || field.accept.includes(mediaTypes[kind]));
}
