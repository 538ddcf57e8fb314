import type { FileStore } from '../../kernel/files/index.ts';
import type { FileDigest } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { ActFile, CaseAction } from './action.ts';

const DIGEST = /^[0-9a-f]{64}$/;

/** Every file that a case names: of its answers, wherever in them, and of later completions. */
export function filesOf(answers: unknown, actions: readonly CaseAction[]): readonly ActFile[] {
  const later = actions.flatMap(({ act }) => (act.kind === 'completed' ? act.files : []));
  return [...within(answers), ...later];
}

function within(value: unknown): ActFile[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isFile(value)) return [value];
  return Object.values(value).flatMap(within);
}

function isFile(value: object): value is ActFile {
  const { file, name, mediaType } = value as Partial<ActFile>;
  return typeof file === 'string' && DIGEST.test(file) && typeof name === 'string' && typeof mediaType === 'string';
}

/** @throws Refusal not-found when the case names no such file: knowing a digest opens nothing */
export async function openCaseFile(files: Pick<FileStore, 'open'>, known: readonly ActFile[], digest: string) {
  const file = known.find((one) => one.file === digest);
  if (!file) throw new Refusal('not-found', 'cases.not-found');
  const { stream, size } = await files.open(file.file as FileDigest);
  return { file, stream, size };
}
