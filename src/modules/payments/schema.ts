import { Type } from 'typebox';

export const ByBatch = Type.Object({
  authority: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  batch: Type.String({ maxLength: 100 }),
});
export const Done = Type.Object({ klart: Type.Optional(Type.Literal('ja')) });
export const Sending = Type.Object({
  destination: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }),
});
export const Taking = Type.Object({ office: Type.String({ maxLength: 60, default: '' }) });
