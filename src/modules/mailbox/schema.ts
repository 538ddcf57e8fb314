import { Type } from 'typebox';

export const ById = Type.Object({ message: Type.String({ maxLength: 100 }) });
export const ByNumber = Type.Object({
  message: Type.String({ maxLength: 100 }),
  number: Type.String({ maxLength: 10 }),
});
/** Absent or unreadable: from the newest. */
export const Before = Type.Object({ fore: Type.Optional(Type.String({ maxLength: 100 })) });
export const ApiBefore = Type.Object({ before: Type.Optional(Type.String({ maxLength: 100 })) });

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Instant = Type.String({ format: 'date-time' });

const Item = Type.Object({
  id: Type.String({ format: 'uuid' }),
  sender: Type.Object({ authority: Type.Integer(), name: Type.String() }),
  kind: Type.Union([Type.Literal('decision'), Type.Literal('question'), Type.Literal('information')]),
  language: Type.String(),
  subject: Type.String(),
  deliveredAt: Instant,
  openedAt: Nullable(Instant),
});

export const InboxAnswer = Type.Object({
  messages: Type.Array(Item),
  next: Nullable(Type.String({ description: 'Goes on here: ?before=' })),
});

export const MessageAnswer = Type.Object({
  ...Item.properties,
  body: Type.String({ description: 'Plain text; a blank line parts paragraphs' }),
  case: Nullable(
    Type.Object({ authority: Type.Integer(), id: Type.String({ format: 'uuid' }), number: Nullable(Type.String()) }),
  ),
  mandate: Nullable(Type.String({ format: 'uuid', description: 'The mandate that it is about' })),
  payslip: Nullable(
    Type.String({ format: 'uuid', description: 'The pay run of the sender whose payslip it is about' }),
  ),
  attachments: Type.Array(Type.Object({ name: Type.String(), mediaType: Type.String(), href: Type.String() })),
});

export const UnreadAnswer = Type.Object({
  unread: Type.Integer({ description: 'Counted to 100 at most' }),
});
