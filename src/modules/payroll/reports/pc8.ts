/** The upper half of IBM code page 437, from 128 on. */
const upper =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const codes = new Map([...upper].map((letter, n) => [letter, 128 + n]));

/** Text as PC8 (IBM code page 437), which SIE asks for. A letter that it lacks loses its mark, or is a question mark. */
export function toPc8(text: string): Buffer {
  const bytes: number[] = [];
  for (const letter of text.normalize('NFC')) bytes.push(byteOf(letter) ?? byteOf(plainOf(letter)) ?? 63);
  return Buffer.from(bytes);
}

function byteOf(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0;
  return code < 128 ? code : codes.get(letter);
}

function plainOf(letter: string): string {
  return letter.normalize('NFD').charAt(0);
}
