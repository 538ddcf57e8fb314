import { type Static, Type } from 'typebox';

// `kundhandelseFragaSynkron` of Mina ärenden (standard version 6.1), as its open reference implementation shows it
// (Public-Service-as-a-Service/mina-arenden-ref-impl, MIT, read 2026-11-22). The full text of 6.1 is not public:
// conformance with it is not claimed.

export const attributes = [
  'RUBRIK',
  'BESKRIVNING',
  'PRODUCENT',
  'TIDPUNKT',
  'KUNDHANDELSETYP',
  'PRODUCENTARENDETKRAVERKUNDATGARD',
  'PRODUCENTARENDETKLART',
] as const;

const Kund = Type.Object({
  identifierare: Type.String({ pattern: '^\\d{12}$' }),
  typ: Type.Union([
    Type.Literal('Personnummer'),
    Type.Literal('Organisationsnummer'),
    Type.Literal('Samordningsnummer'),
  ]),
  tillagg: Type.Optional(Type.String({ maxLength: 20 })),
});
const Arende = Type.Object({
  identifierare: Type.String({ minLength: 1, maxLength: 100 }),
  typ: Type.Union([
    Type.Literal('Konsumentreferens'),
    Type.Literal('Producentarendereferens'),
    Type.Literal('Diarienummer'),
    Type.Literal('Kvittensnummer'),
  ]),
});
const Part = Type.Object({ kund: Type.Optional(Kund), arende: Type.Optional(Arende) }, { minProperties: 1 });

export const Question = Type.Object({
  fraga: Type.Object({
    parter: Type.Array(Part, { minItems: 1, maxItems: 100 }),
    kundhandelseTyper: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Z]+(?:\\.[A-Z0-9_.]+)?$', maxLength: 200 }), { maxItems: 100 }),
    ),
    taggar: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 })),
    startDatum: Type.Optional(Type.String({ format: 'date' })),
    slutDatum: Type.Optional(Type.String({ format: 'date' })),
    behandling: Type.Optional(
      Type.Object({
        sortering: Type.Optional(
          Type.Array(
            Type.Object({
              attribut: Type.Enum([...attributes]),
              stigande: Type.Boolean(),
            }),
            { maxItems: 10 },
          ),
        ),
        paginering: Type.Optional(
          Type.Object({
            offset: Type.Integer({ minimum: 0 }),
            limit: Type.Integer({ minimum: 1, maximum: 1000 }),
          }),
        ),
      }),
    ),
  }),
  anvandare: Type.String({ pattern: '^\\d{12}$' }),
});
export type Question = Static<typeof Question>;
export type Part = Static<typeof Part>;

const Kundhandelse = Type.Object({
  kundhandelseId: Type.String(),
  rubrik: Type.String({ maxLength: 255 }),
  beskrivning: Type.String({ maxLength: 65_535 }),
  sprak: Type.String({ minLength: 2, maxLength: 2 }),
  producent: Type.String(),
  tidpunkt: Type.String({ format: 'date-time' }),
  kundhandelseTyp: Type.String({ pattern: '^[A-Z]+(?:\\.[A-Z0-9_]+){2,}$' }),
  producentarendetKraverKundatgard: Type.Boolean(),
  producentarendetKlart: Type.Boolean(),
  version: Type.Literal('6.1'),
  utokadInformation: Type.Object({ senastDatum: Type.Optional(Type.String({ format: 'date' })) }),
  referenser: Type.Object({
    diarienummer: Type.String(),
    producentarendereferens: Type.String(),
    allmanningArende: Type.String({ description: 'AUTHORITY/CASE: the same case in another overview of this product' }),
  }),
});
export type Kundhandelse = Static<typeof Kundhandelse>;

export const Answer = Type.Object({
  kundhandelser: Type.Array(
    Type.Object({
      part: Part,
      totaltAntalKundhandelser: Type.Integer(),
      kundhandelserForPart: Type.Array(Kundhandelse),
    }),
  ),
  metadata: Type.Object({
    parter: Type.Array(Part),
    kundhandelseTyper: Type.Array(Type.String()),
    taggar: Type.Array(Type.String()),
    startDatum: Type.Optional(Type.String()),
    slutDatum: Type.Optional(Type.String()),
    onskatSprak: Type.String(),
  }),
  delfragor: Type.Array(
    Type.Object({
      producent: Type.String(),
      part: Part,
      status: Type.String(),
      message: Type.String(),
      httpCode: Type.Integer(),
    }),
  ),
});
export const Fault = Type.Object({ message: Type.String() });
