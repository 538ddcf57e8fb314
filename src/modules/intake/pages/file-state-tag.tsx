import { Tag, useTexts } from '../../../kernel/html/index.ts';
import type { FileState } from '../file.ts';
import { texts } from '../texts/index.ts';

const tones = {
  reading: 'info',
  taking: 'info',
  settled: 'success',
  refused: 'danger',
} as const satisfies Record<FileState, string>;

export function FileStateTag({ state }: { readonly state: FileState }) {
  return <Tag tone={tones[state]}>{useTexts(texts).fileState[state]}</Tag>;
}
