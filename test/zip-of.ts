import { crc32, deflateRawSync } from 'node:zlib';

/** How a part of a zip claims to be, where that is not what it is. */
export type Claim = { readonly uncompressedSize?: number };

/** A zip of these parts (APPNOTE 6.3.10: deflate, no encryption, no data descriptors). */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>, claims: Readonly<Record<string, Claim>> = {}) {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const called = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(claims[name]?.uncompressedSize ?? content.length, 18);
    facts.writeUInt16LE(called.length, 22);
    bodies.push(Buffer.from('504b0304', 'hex'), facts, called, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), facts, rest, called);
    at += 4 + facts.length + called.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}
