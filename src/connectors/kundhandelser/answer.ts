import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

// Facts of the standard's interface (Mina ärenden, standard version 6.1) as its open reference implementation shows them
// (Public-Service-as-a-Service/mina-arenden-ref-impl, MIT, read 2026-11-22). The full text of 6.1 is not public, so
// conformance with it is not claimed.

const Kund = Type.Object({ identifierare: Type.String({ maxLength: 20 }) });
const Arende = Type.Object({ identifierare: Type.String({ maxLength: 100 }) });
const Part = Type.Object({ kund: Type.Optional(Kund), arende: Type.Optional(Arende) });

/** One customer event (kundhändelse): not a case, but what happened in one. */
const Kundhandelse = Type.Object({
  kundhandelseId: Type.String({ minLength: 1, maxLength: 200 }),
  rubrik: Type.String({ minLength: 1, maxLength: 255 }),
  beskrivning: Type.Optional(Type.String({ maxLength: 65_535 })),
  producent: Type.String({ minLength: 1, maxLength: 200 }),
  tidpunkt: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' }),
  kundhandelseTyp: Type.String({ pattern: '^[A-Z]+(?:\\.[A-Z0-9_]+){2,}$', maxLength: 200 }),
  producentarendetKraverKundatgard: Type.Boolean(),
  producentarendetKlart: Type.Boolean(),
  utokadInformation: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  referenser: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
export type Kundhandelse = Static<typeof Kundhandelse>;

const Answer = Type.Object({
  kundhandelser: Type.Array(
    Type.Object({
      part: Part,
      totaltAntalKundhandelser: Type.Integer({ minimum: 0 }),
      kundhandelserForPart: Type.Array(Type.Unknown()),
    }),
    { maxItems: 100 },
  ),
  delfragor: Type.Optional(
    Type.Array(
      Type.Object({
        producent: Type.String({ maxLength: 200 }),
        status: Type.String({ maxLength: 50 }),
        httpCode: Type.Optional(Type.Integer()),
      }),
      { maxItems: 10_000 },
    ),
  ),
});
export type Answer = Static<typeof Answer>;

export const answerShape = Compile(Answer);
export const eventShape = Compile(Kundhandelse);
