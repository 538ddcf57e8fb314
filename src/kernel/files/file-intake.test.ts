import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import type { Refusal } from '../refusal.ts';
import { type FileRules, makeFileIntake, type Upload } from './file-intake.ts';
import { fileKinds } from './file-kind.ts';
import { makeFileStore } from './file-store.ts';
import { refusalTexts } from './refusal-texts.ts';

const folder = await mkdtemp(join(tmpdir(), 'intake-'));
const store = makeFileStore(folder);
const accept = makeFileIntake(store);
const rules: FileRules = { kinds: fileKinds, maxBytes: 1_000_000 };
afterAll(() => rm(folder, { recursive: true }));

async function refused(upload: Upload, intake = accept, given = rules): Promise<string> {
  const refusal = await intake(upload, given).then(
    () => 'accepted',
    (error: Refusal) => error.key,
  );
  if (refusal !== 'accepted') expect(Object.keys(refusalTexts)).toContain(refusal);
  return refusal;
}

async function kept(content: Uint8Array, name = 'x'): Promise<Buffer> {
  const { digest } = await accept({ name, content }, rules);
  return buffer((await store.open(digest)).stream);
}

const solid = { create: { width: 40, height: 20, channels: 3, background: '#204060' } } as const;
const pdf = (body: string | Buffer) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n'), Buffer.from(body), Buffer.from('\nendobj\nstartxref\n0\n%%EOF')]);

function packed(objects: string): Buffer {
  const stream = deflateSync(objects);
  return Buffer.concat([
    Buffer.from('<< /Type /ObjStm /N 1 /First 4 >>\nstream\n'),
    stream,
    Buffer.from('\nendstream'),
  ]);
}

/** A PNG of black and white pixels, all equal: a few kilobytes that unpack to a picture of side × side. */
function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(1, 8);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

describe('what it is', () => {
  test('the content says what a file is, and its name follows', async () => {
    const image = await sharp(solid).png().toBuffer();
    const accepted = await accept({ name: 'virus.exe', content: image }, rules);
    expect(accepted).toMatchObject({ mediaType: 'image/png', name: 'virus.png' });
  });

  test.each([
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0')],
    ['a zip archive', Buffer.from('504b0304140000000000', 'hex')],
    [
      'a web page that claims to be a PDF',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
  ])('%s is refused by name', async (_, content) => {
    expect(await refused({ name: 'intyg.pdf', content })).toBe('kernel.files.type');
  });

  test('a kind that this field does not take is refused', async () => {
    expect(await refused({ name: 'a.txt', content: Buffer.from('hej') }, accept, { ...rules, kinds: ['pdf'] })).toBe(
      'kernel.files.type',
    );
  });

  test('an empty file is refused, and one over the limit before it has been read to its end', async () => {
    let sent = 0;
    async function* endless() {
      for (; ; sent++) yield Buffer.alloc(100_000, 'a');
    }
    expect(await refused({ name: 'a.txt', content: Buffer.alloc(0) })).toBe('kernel.files.empty');
    expect(await refused({ name: 'a.txt', content: endless() })).toBe('kernel.files.too-large');
    expect(sent).toBeLessThanOrEqual(10);
  });

  test('a text is kept as UTF-8, also one from an old Windows', async () => {
    expect((await kept(Buffer.from('Räksmörgås €'))).toString()).toBe('Räksmörgås €');
    expect((await kept(Buffer.from([0x52, 0xe4, 0x6b, 0x20, 0x80]))).toString()).toBe('Räk €');
  });
});

describe('pictures', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    'a %s is drawn anew, upright and without what was hidden in it',
    async (kind) => {
      const original = await sharp(solid)
        .withExif({ IFD0: { Copyright: 'PLACE-AND-NAME', Orientation: '6' } })
        .toFormat(kind)
        .toBuffer();
      const turned = await sharp(original).withMetadata({ orientation: 6 }).toBuffer();
      expect(turned.includes('PLACE-AND-NAME')).toBe(true);
      const clean = await kept(turned);
      const { format, width, height, exif, orientation } = await sharp(clean).metadata();
      expect({ format, width, height, exif, orientation }).toEqual({ format: kind, width: 20, height: 40 });
      expect(clean.includes('PLACE-AND-NAME')).toBe(false);
    },
  );

  test('a picture that unpacks to more than a camera makes is refused before it is unpacked', async () => {
    const bomb = pngBomb(40_000);
    expect(bomb.length).toBeLessThan(rules.maxBytes);
    expect(await refused({ name: 'bomb.png', content: bomb })).toBe('kernel.files.too-large');
  });

  test('half a picture is broken', async () => {
    const noise = await sharp({ create: { ...solid.create, noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
      .jpeg()
      .toBuffer();
    const half = noise.subarray(0, noise.length / 2);
    expect(await refused({ name: 'a.jpg', content: half })).toBe('kernel.files.broken');
  });
});

describe('documents', () => {
  test.each<[string, string | Buffer, string]>([
    ['plain text', '<< /Type /Catalog >>', 'accepted'],
    ['a script', '<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>', 'kernel.files.active'],
    ['a script with its name disguised', '<< /S /J#61va#53cript /JS (x) >>', 'kernel.files.active'],
    ['a script in a packed object', packed('1 0 << /S /JavaScript /JS (x) >>'), 'kernel.files.active'],
    ['nothing but text in a packed object', packed('1 0 << /Type /Page >>'), 'accepted'],
    ['a packed object that is torn', '<< /Type /ObjStm >>\nstream\nabc\nendstream', 'kernel.files.broken'],
    ['a program to start', '<< /S /Launch /F (cmd.exe) >>', 'kernel.files.active'],
    ['another file inside', '<< /Names << /EmbeddedFiles 2 0 R >> >>', 'kernel.files.active'],
    ['a lock', 'trailer << /Encrypt 5 0 R >>', 'kernel.files.locked'],
  ])('a PDF with %s', async (_, body, outcome) => {
    expect(await refused({ name: 'a.pdf', content: pdf(body) })).toBe(outcome);
  });

  // Each of these has kept the whole house waiting, up to half an hour, when its time grew with the square of its size.
  test.each<[string, string, string]>([
    ['of packed objects that end nowhere', ' obj<</Type/ObjStm>>stream\n'.repeat(100_000), 'kernel.files.broken'],
    [
      'of packed objects that all end in one place',
      `${` obj<</Type/ObjStm>>stream\n${deflateSync('').toString('latin1')}`.repeat(50_000)}endstream`,
      'kernel.files.broken',
    ],
    ['of nothing but beginnings', 'stream\n'.repeat(200_000), 'kernel.files.broken'],
    ['of letters that are all disguised', '#41'.repeat(1_000_000), 'accepted'],
  ])('a PDF %s is answered at once', async (_, body, outcome) => {
    const content = pdf(Buffer.from(body, 'latin1'));
    expect(await refused({ name: 'a.pdf', content }, accept, { ...rules, maxBytes: 20_000_000 })).toBe(outcome);
  });

  test('a PDF without its end is broken', async () => {
    expect(await refused({ name: 'a.pdf', content: Buffer.from('%PDF-1.7\n1 0 obj') })).toBe('kernel.files.broken');
  });
});

describe('the scanner', () => {
  test('sees what was sent, before anything is kept', async () => {
    const before = (await readdir(folder, { recursive: true })).length;
    const infected = makeFileIntake(store, async () => ({ outcome: 'infected', name: 'Eicar' }));
    expect(await refused({ name: 'a.txt', content: Buffer.from('unseen') }, infected)).toBe('kernel.files.infected');
    const dead = makeFileIntake(store, async () => ({ outcome: 'failed', why: 'ECONNREFUSED' }));
    expect(await refused({ name: 'a.txt', content: Buffer.from('unseen') }, dead)).toBe('kernel.files.not-scanned');
    expect((await readdir(folder, { recursive: true })).length).toBe(before);
  });
});
