const UNSAFE = /[\s\\/='"\0<>]/;
const NOT_OURS = new Set(['key', 'ref', 'style', 'dangerouslySetInnerHTML']);
const RENAMED: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  acceptCharset: 'accept-charset',
  defaultValue: 'value',
  defaultChecked: 'checked',
};
const LOWER =
  /^(?:accessK|auto[A-Z]|cell|ch|col|cont|cross|dateT|encT|form[A-Z]|frame|hrefL|inputM|maxL|minL|noV|readO|rowS|src[A-Z]|tabI|useM|item[A-Z])/;

/** Names come from the code, so there are few; the limit is for one that does not. */
const KEPT = 500;
const known = new Map<string, string | null>();

/**
 * The HTML name of a property; null when it is no attribute here. `style` and raw HTML are left out on purpose: the
 * content security policy refuses the one and nothing we show needs the other.
 */
export function attributeName(key: string): string | null {
  const name = known.get(key);
  if (name !== undefined) return name;
  const found = find(key);
  if (known.size < KEPT) known.set(key, found);
  return found;
}

function find(key: string): string | null {
  if (NOT_OURS.has(key) || key.startsWith('__') || UNSAFE.test(key)) return null;
  const renamed = Object.hasOwn(RENAMED, key) ? RENAMED[key] : undefined;
  return renamed ?? (LOWER.test(key) ? key.toLowerCase() : key);
}
