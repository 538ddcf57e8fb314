import { Type } from 'typebox';

export const ViewQuery = Type.Object({
  visa: Type.Optional(Type.String({ maxLength: 20 })),
  sok: Type.Optional(Type.String({ maxLength: 200 })),
});
export const ByKey = Type.Object({ source: Type.String({ maxLength: 50 }), key: Type.String({ maxLength: 50 }) });

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Counted = Nullable(
  Type.Object({ on: Type.String({ format: 'date' }), counted: Type.String({ description: 'How the day is counted' }) }),
);
const Event = Type.Object({ at: Type.String({ format: 'date-time' }), words: Type.String() });

export const OverviewAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      source: Type.String(),
      id: Type.String(),
      title: Type.String(),
      kind: Nullable(Type.String()),
      authority: Type.String(),
      status: Type.Object({ words: Type.String(), normal: Type.String() }),
      ball: Type.Union([Type.Literal('me'), Type.Literal('them'), Type.Literal('done')]),
      nextStep: Nullable(Type.String()),
      deadline: Counted,
      expected: Counted,
      last: Event,
      href: Nullable(Type.String()),
      reference: Nullable(Type.String()),
      parties: Type.Array(Type.String()),
      documents: Type.Array(Type.Object({ title: Type.String(), href: Nullable(Type.String()) })),
      related: Type.Array(Type.String()),
      events: Type.Array(Event),
      also: Type.Array(
        Type.Object({ source: Type.String(), rule: Type.String({ description: 'Why it is the same case' }) }),
      ),
    }),
  ),
  sources: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      state: Type.String({ description: 'answered, nothing, not-asked, not-allowed, failed, stale' }),
      asOf: Nullable(Type.String({ format: 'date-time' })),
      fault: Nullable(Type.String()),
      missing: Type.Array(Type.String({ description: 'Who could not be asked' })),
    }),
  ),
});
