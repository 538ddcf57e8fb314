import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downloadDisposition, safeFileName } from './file-name.ts';

test.each([
  ['Läkarintyg.pdf', 'Läkarintyg.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\Åsa\\intyg.exe', 'intyg.pdf'],
  ['intyg.pdf.exe', 'intyg.pdf.pdf'],
  ['fdp.\u202eexe', 'fdp.pdf'],
  ['rad\r\nSet-Cookie: x', 'radSet-Cookie x.pdf'],
  ['intyg 19900101-2393.pdf', 'intyg.pdf'],
  ['9001012393_intyg.pdf', 'intyg.pdf'],
  ['todistus 010190-900P.pdf', 'todistus.pdf'],
  ['skanning 20260301 1234.pdf', 'skanning 20260301 1234.pdf'],
  ['faktura 2026-03-01.pdf', 'faktura 2026-03-01.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['', 'fil.pdf'],
  ['...', 'fil.pdf'],
])('%j is kept as %j when the content is a PDF', (given, kept) => {
  expect(safeFileName(given, 'application/pdf')).toBe(kept);
});

test('whatever the sender calls it, the name is short, visible, without folders and with the ending of its content', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = safeFileName(given, 'image/jpeg');
      expect(name).toMatch(/^[^/\\:"<>|?*\p{Cc}\p{Cf}]{1,104}$/u);
      expect(name).toMatch(/[^.]\.jpg$/);
      expect(downloadDisposition(name)).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x7e]+"; filename\*=UTF-8''[^ "]+$/,
      );
    }),
  );
});

test('a name as long as a header can be is read at once', () => {
  for (let n = 0; n < 200; n++) expect(safeFileName(`a${'-_'.repeat(8_000)}a`, 'image/png')).toBe('a.png');
});

test('a Swedish name reaches new browsers whole and old ones readable', () => {
  expect(downloadDisposition('Beslut om förskola.pdf')).toBe(
    'attachment; filename="Beslut om forskola.pdf"; filename*=UTF-8\'\'Beslut%20om%20f%C3%B6rskola.pdf',
  );
});
