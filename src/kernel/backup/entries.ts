import { createHash } from 'node:crypto';
import { StartProblem } from '../start-problem.ts';

/** What a backup says of itself before anything else. */
export type About = {
  readonly format: 1;
  readonly at: string;
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** graphile-worker's own migration number. */
  readonly jobTables: number;
  readonly server: string;
};

/** A part of a backup. Tables and files have content after their head; the others are said in the head itself. */
export type Head =
  | { readonly kind: 'about'; readonly about: About }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'table'; readonly schema: string; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'sequences'; readonly sequences: readonly SequenceValue[] }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'end'; readonly entries: number };

export type SequenceValue = {
  readonly schema: string;
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
};

export type Entry = { readonly head: Head; readonly content?: AsyncIterable<Uint8Array> };

const HEAD = 1;
const DATA = 2;
const SUM = 3;
const FRAME_MAX = 64 * 1024 * 1024;

function frame(kind: number, body: Uint8Array): Buffer {
  const lead = Buffer.alloc(5);
  lead[0] = kind;
  lead.writeUInt32BE(body.length, 1);
  return Buffer.concat([lead, body]);
}

/** Entries as bytes: each head, its content in frames, and the content's SHA-256. */
export async function* written(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { head, content } of entries) {
    yield frame(HEAD, Buffer.from(JSON.stringify(head)));
    if (!content) continue;
    const sum = createHash('sha256');
    for await (const bytes of content) {
      sum.update(bytes);
      yield frame(DATA, bytes);
    }
    yield frame(SUM, sum.digest());
  }
}

/**
 * Bytes as entries again. Each entry's content must be read to its end before the next entry is asked for.
 * @throws StartProblem when a content is not what its checksum says, or the last entry is missing
 */
export async function* readEntries(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Required<Entry>> {
  const frames = readFrames(bytes);
  let count = 0;
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    if (next.value.kind !== HEAD) throw broken();
    const head = JSON.parse(next.value.body.toString('utf8')) as Head; // authenticated: written by ourselves
    if (head.kind === 'end') {
      if (head.entries !== count) throw broken();
      yield { head, content: nothing() };
      return;
    }
    count++;
    const hasContent = head.kind === 'table' || head.kind === 'file';
    yield { head, content: hasContent ? contentOf(frames) : nothing() };
  }
  throw broken();
}

async function* nothing(): AsyncGenerator<Buffer> {}

async function* contentOf(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  for (let next = await frames.next(); !next.done; next = await frames.next()) {
    const { kind, body } = next.value;
    if (kind === DATA) {
      sum.update(body);
      yield body;
    } else if (kind === SUM && sum.digest().equals(body)) return;
    else throw broken();
  }
  throw broken();
}

type Frame = { readonly kind: number; readonly body: Buffer };

async function* readFrames(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held = Buffer.alloc(0);
  for await (const piece of bytes) {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
    while (held.length >= 5) {
      const length = held.readUInt32BE(1);
      if (length > FRAME_MAX) throw broken();
      if (held.length < 5 + length) break;
      yield { kind: held[0] ?? 0, body: held.subarray(5, 5 + length) };
      held = held.subarray(5 + length);
    }
  }
  if (held.length > 0) throw broken();
}

function broken(): StartProblem {
  return new StartProblem('The backup is not whole: a part of it is missing or is not what its checksum says.');
}
