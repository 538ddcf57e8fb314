import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm';
import { Refusal } from '../../../kernel/refusal.ts';

/** An element of a message: its children in order, or its text. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Empty when it has children. */
  readonly text: string;
};

/** A month's answer about 50 000 payments is 40 MB; a form takes 10. */
const MOST_BYTES = 64 * 1024 * 1024;
const DECLARATION = /^\uFEFF?\s*<\?xml\s[^>]*?\?>/;
const ENCODING = /encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

/**
 * A bank's file, read as if an enemy had sent it: a size that is known before it is parsed, no document type and so no
 * entities, nothing fetched, a depth of at most 256.
 * @throws Refusal invalid
 */
export function readXml(bytes: Uint8Array): { readonly root: Element; readonly namespace: string } {
  if (bytes.byteLength > MOST_BYTES) throw new Refusal('invalid', 'payments.file.too-large');
  const text = decoded(bytes);
  if (/<!(?!--|\[CDATA\[)/.test(text)) throw new Refusal('invalid', 'payments.file.document-type');
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text.replace(DECLARATION, ''), {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE,
    });
  } catch {
    throw new Refusal('invalid', 'payments.file.not-xml');
  }
  try {
    return { root: elementOf(document.root), namespace: document.root.namespaceUri };
  } finally {
    document.dispose();
  }
}

function decoded(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const encoding = ENCODING.exec(DECLARATION.exec(start.replace(/^\u00EF\u00BB\u00BF/, ''))?.[0] ?? '')?.[1] ?? 'UTF-8';
  const known = { 'utf-8': 'utf-8', 'iso-8859-1': 'latin1', 'us-ascii': 'utf-8' }[encoding.toLowerCase()];
  try {
    if (known !== undefined) return new TextDecoder(known, { fatal: true }).decode(bytes);
  } catch {
    // told below
  }
  throw new Refusal('invalid', 'payments.file.encoding');
}

function elementOf(node: XmlElement): Element {
  const children: Element[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) children.push(elementOf(child));
  }
  return {
    name: node.name,
    attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
    children,
    text: children.length === 0 ? node.content.trim() : '',
  };
}

/** The first child of that name, down a path. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((found, name) => found?.children.find((one) => one.name === name), element);
}

export function all(element: Element | undefined, ...path: readonly string[]): readonly Element[] {
  const last = path.at(-1);
  return at(element, ...path.slice(0, -1))?.children.filter(({ name }) => name === last) ?? [];
}

export function textAt(element: Element | undefined, ...path: readonly string[]): string | null {
  const text = at(element, ...path)?.text;
  return text === undefined || text === '' ? null : text;
}
