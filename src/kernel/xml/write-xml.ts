/** An element to write: its text, or its children; null ones are left out. */
export type Part = readonly [
  name: string,
  content: string | readonly (Part | null)[],
  attributes?: Readonly<Record<string, string>>,
];

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
};

/** A file in UTF-8, one element to a line. The same parts give the same bytes. */
export function writeXml(root: Part): Buffer {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  writePart(root, '', lines);
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}

function writePart([name, content, attributes = {}]: Part, indent: string, lines: string[]): void {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${written.join('')}>`;
  if (typeof content === 'string') {
    lines.push(`${open}${escaped(content)}</${name}>`);
    return;
  }
  lines.push(open);
  for (const part of content) if (part !== null) writePart(part, `${indent}  `, lines);
  lines.push(`${indent}</${name}>`);
}

/** What XML can not hold (XML 1.0, 2.2) is left out; what it reads as markup is written as entities. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
