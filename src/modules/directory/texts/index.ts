import type { Texts } from '../../../kernel/texts.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export const texts: Texts<typeof sv> = { sv, fi, en };
