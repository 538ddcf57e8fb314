/**
 * What banks take in a message: the Latin set of the SEPA guidelines (EPC217-08: letters, digits, `/ - ? : ( ) . , ' +` and
 * space), and å, ä, ö, which Finnish and Swedish banks take as well.
 */
const TEXT = /^[A-Za-z0-9ÅÄÖåäö/\-?:().,'+ ]*$/;
const IDENTIFIER = /^[A-Za-z0-9/\-?:().,'+ ]+$/;

/** Letters that lose no mark when decomposed. */
const others: Readonly<Record<string, string>> = {
  ...{ ø: 'ö', Ø: 'Ö', æ: 'ä', Æ: 'Ä', ß: 'ss', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ł: 'l', Ł: 'L' },
  ...{ ı: 'i', œ: 'oe', Œ: 'OE', ŋ: 'n', Ŋ: 'N', ŧ: 't', Ŧ: 'T', '&': '+', '’': "'", '‘': "'", '´': "'", '`': "'" },
  ...{ '–': '-', '—': '-', _: '-', '"': "'", '”': "'", '“': "'", ';': ',', '/': '/' },
};

/** A name or a message in letters that a bank takes, at most `most` long: `Zoë Ćosić` is `Zoe Cosic`, `Åsa` stays. */
export function bankText(text: string, most: number): string {
  const written = [...text.normalize('NFC')].map((character) => {
    if (TEXT.test(character)) return character;
    const replaced = others[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
    return TEXT.test(replaced) ? replaced : ' ';
  });
  return written.join('').replace(/ +/g, ' ').trim().slice(0, most).trim();
}

export function isBankText(text: string): boolean {
  return TEXT.test(text);
}

/** An id never begins or ends with `/` and has no `//` (EPC130-08). */
export function isBankIdentifier(text: string): boolean {
  return IDENTIFIER.test(text) && !/^\/|\/$|\/\//.test(text);
}
