type Block = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'list'; readonly items: string[] };

/** Paragraphs, and points that begin with `- ` as a list. As text: nothing in them is HTML. */
export function PlainWords({ words }: { readonly words: readonly string[] }) {
  return (
    <div class="al-flow">
      {blocksOf(words).map((block) =>
        block.kind === 'text' ? (
          <p key={block.text} class="al-prose">
            {block.text}
          </p>
        ) : (
          <ul key={block.items.join()}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function blocksOf(words: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of words.flatMap((one) => one.split('\n'))) {
    const last = blocks.at(-1);
    if (!line.startsWith('- ')) blocks.push({ kind: 'text', text: line });
    else if (last?.kind === 'list') last.items.push(line.slice(2));
    else blocks.push({ kind: 'list', items: [line.slice(2)] });
  }
  return blocks;
}
