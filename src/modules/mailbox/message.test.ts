import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MessageId, newId } from '../../kernel/ids.ts';
import { cursorText, readCursor } from './cursor.ts';
import { type InboxItem, paragraphs } from './message.ts';

test.each([
  ['one', ['one']],
  ['one\ntwo', ['one\ntwo']],
  ['one\n\ntwo', ['one', 'two']],
  ['one\r\n \r\n\r\ntwo\r\n', ['one', 'two']],
  ['\n\n', []],
])('%j is read as %j', (body, parts) => {
  expect(paragraphs(body)).toEqual(parts);
});

test('a place in the list is found again from its text, to the microsecond', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 4_000_000_000_000_000n }), (micros) => {
      const deliveredAt = Temporal.Instant.fromEpochNanoseconds(micros * 1000n);
      const id = newId<MessageId>();
      const cursor = readCursor(cursorText({ deliveredAt: deliveredAt.toString(), id } as InboxItem));
      expect(cursor?.id).toBe(id);
      expect(cursor?.at.equals(deliveredAt)).toBe(true);
    }),
  );
});

test.each([undefined, '', '1', '1_2', "1_'; drop table mailbox.message; --", '1_00000000-0000-0000-0000-00000000000g'])(
  '%j is no place in the list',
  (text) => {
    expect(readCursor(text)).toBeUndefined();
  },
);
