import { Type } from 'typebox';

export const REASON_MOST = 2000;

export const ByRequest = Type.Object({
  authority: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  request: Type.String({ maxLength: 100 }),
});
export const Saved = Type.Object({ klart: Type.Optional(Type.Literal('ja')) });
export const Answering = Type.Object({
  digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  reason: Type.String({ maxLength: 20_000, default: '' }),
});
