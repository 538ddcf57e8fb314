import { type Crumb, useTexts } from '../html/index.ts';
import { texts } from './texts/index.ts';

/** The way back to the operator's first page, from the pages of every module. */
export function useOperationsCrumb(): Crumb {
  return { href: '/drift', label: useTexts(texts).home.title };
}
