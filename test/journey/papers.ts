import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n';

/** Files to attach: one that is right, and three that are not what they should be. */
export function papersIn(folder: string) {
  function paper(name: string, content: string | Buffer): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }
  return {
    certificate: paper('intyg.pdf', pdf),
    sketch: paper('skiss.pdf', pdf),
    notAPdf: paper('semester.pdf', 'MZ this is a program'),
    empty: paper('tom.pdf', ''),
    tooLarge: paper('film.pdf', Buffer.concat([Buffer.from(pdf), Buffer.alloc(12 * 1024 * 1024)])),
  };
}
