/**
 * A table as RFC 4180 has it, in UTF-8 with a byte order mark so that Excel reads the letters, fields parted by
 * semicolons. A field that a spreadsheet would take for a formula is written as text.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\uFEFF${rows.map((row) => `${row.map(field).join(';')}\r\n`).join('')}`, 'utf8');
}

function field(text: string): string {
  const isNumber = /^-?\d+([.,]\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Cent or öre as a decimal number: `1234.50`, with the sign that is asked for. */
export function decimal(amount: number, point = '.'): string {
  const text = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${text.slice(0, -2)}${point}${text.slice(-2)}`;
}
