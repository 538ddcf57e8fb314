import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

// Mina ombud's interface for who takes mandates. Version 1: bolagsverket/minaombud, dfm_konsument_v1_eng.yaml of
// 2022-03-25 (CC0). Version 2, which is in use: its description is not public; taken from bolagsverket/mina-ombud-samples
// (CC0, dotnet/MinaOmbud/Models/Models.cs and README.md), both read on 2026-11-22.

const Text = Type.String({ minLength: 1, maxLength: 255 });
const Who = Type.Object({ id: Type.String({ minLength: 8, maxLength: 13 }), typ: Text });

const Context = Type.Object({
  tredjeman: Type.String({ pattern: '^\\d{10}$' }),
  fullmaktsgivare: Type.Object({
    ...Who.properties,
    namn: Type.Optional(Text),
    fornamn: Type.Optional(Text),
    /** Version 1. */
    roll: Type.Optional(Text),
  }),
  /** Version 2. */
  fullmaktsgivarroll: Type.Optional(Text),
  fullmaktshavare: Type.Array(Who, { minItems: 1, maxItems: 100 }),
  behorigheter: Type.Array(
    Type.Object({ kod: Text, typ: Text, fullmakt: Type.String({ minLength: 1, maxLength: 100 }) }),
    { minItems: 1, maxItems: 200 },
  ),
  /** In version 2, and in ours. */
  tidpunkt: Type.Optional(Type.String({ maxLength: 40 })),
  _sig: Type.Object({ protected: Type.String({ maxLength: 4_000 }), signature: Type.String({ maxLength: 2_000 }) }),
});
export type Context = Static<typeof Context>;

const Contexts = Type.Array(Context, { maxItems: 100 });
const Found = Type.Object({
  /** Version 2. */
  kontext: Type.Optional(Contexts),
  /** Version 1. */
  fullmaktsgivare: Type.Optional(Contexts),
  page: Type.Object({ totalPages: Type.Integer({ minimum: 0 }) }),
});
const Token = Type.Object({
  access_token: Type.String({ minLength: 1, maxLength: 8_000 }),
  expires_in: Type.Integer({ minimum: 1 }),
});
const Keys = Type.Object({
  keys: Type.Array(Type.Object({ kid: Type.Optional(Text), kty: Text }), { maxItems: 50 }),
});

// Lists and single mandates of version 2: taken from python/src/minaombud/model.py of the same samples, read on 2026-11-22.
const Page = Type.Object({ totalPages: Type.Integer({ minimum: 0 }) });
const Named = Type.Object({
  ...Who.properties,
  namn: Type.Optional(Text),
  fornamn: Type.Optional(Text),
});
const OrganisationNumber = Type.String({ pattern: '^\\d{10}$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });
const Moment = Type.String({ maxLength: 40 });

const Listed = Type.Object({
  fullmakter: Type.Array(
    Type.Object({ id: Type.String({ pattern: '^[0-9a-fA-F-]{36}$' }), tredjeman: OrganisationNumber }),
    {
      maxItems: 100,
    },
  ),
  page: Page,
  /** By third party: whose mandates could not be found. */
  problem: Type.Optional(Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])),
});

const Whole = Type.Object({
  fullmakt: Type.Object({
    id: Type.String({ maxLength: 36 }),
    rubrik: Text,
    giltigFrom: Day,
    giltigTom: Type.Optional(Type.Union([Day, Type.Null()])),
    tredjeman: Type.Object({ id: OrganisationNumber }),
    fullmaktsgivare: Named,
    fullmaktsgivarroll: Type.Enum(['PRIVAT', 'ORGANISATION']),
    fullmaktshavare: Type.Array(Named, { minItems: 1, maxItems: 100 }),
    behorigheter: Type.Array(
      Type.Object({
        behorighetsobjekt: Type.Object({
          kod: Text,
          rubrik: Type.Optional(Text),
          typer: Type.Array(Type.Object({ typ: Text, vald: Type.Optional(Type.Boolean()) }), { maxItems: 20 }),
        }),
      }),
      { minItems: 1, maxItems: 200 },
    ),
  }),
  metadata: Type.Object({
    referensnummer: Type.Optional(Text),
    aterkallad: Type.Optional(Type.Union([Type.Object({ tidpunkt: Moment }), Type.Null()])),
  }),
  svarstidpunkt: Moment,
  _sig: Context.properties._sig,
});
export type Whole = Static<typeof Whole>;

export const shapes = {
  found: Compile(Found),
  token: Compile(Token),
  keys: Compile(Keys),
  listed: Compile(Listed),
  whole: Compile(Whole),
};
