/** `123456` → `1234.56`: as text, so that no amount passes through a floating-point number. */
export function decimalText(minor: number): string {
  const digits = Math.abs(minor).toString().padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The other way; null for what is no amount, or has more than two decimals that are not zero. */
export function minorOf(text: string | null): number | null {
  const found = /^(\d{1,13})(?:\.(\d{0,2})0*)?$/.exec(text ?? '');
  return found ? Number(`${found[1]}${(found[2] ?? '').padEnd(2, '0')}`) : null;
}
