import { Section, useTexts } from '../../../kernel/html/index.ts';
import type { PlainWords } from '../plain-words.ts';
import { texts } from '../texts/index.ts';

/** Exactly what the other may do, and may not. */
export function WordsOf({ words }: { readonly words: PlainWords }) {
  const t = useTexts(texts).words;
  return (
    <>
      <Section title={t.mayHeading}>
        <Points lines={words.may} />
      </Section>
      <Section title={t.mayNotHeading}>
        <Points lines={words.mayNot} />
      </Section>
      <p>{words.days}</p>
    </>
  );
}

function Points({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul class="ds-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
