import type { JSX } from 'preact';
import { asTheyCome } from '../as-they-come.ts';
import { askEverybody, type EverybodyParts } from './ask-everybody.ts';
import { PersonSection } from './page.tsx';

/** One section for each person, as they are answered. */
export async function* everybodyParts(parts: EverybodyParts): AsyncGenerator<JSX.Element> {
  for await (const theirs of asTheyCome(askEverybody(parts))) yield <PersonSection {...theirs} view={parts.view} />;
}
