import { type Static, Type } from 'typebox';

// Mina ombud's interface for who takes mandates, version 1 (bolagsverket/minaombud, dfm_konsument_v1_eng.yaml of
// 2022-03-25, CC0, read 2026-11-22), as far as it is answered here. What is ours beside it: the types of numbers `hetu`,
// `ytunnus` and `skyddad`; `tidpunkt`; a signature on the whole answer.

const Text = (most: number) => Type.String({ minLength: 1, maxLength: most });

export const typesOfNumbers = ['pnr', 'samnr', 'orgnr', 'hetu', 'ytunnus'] as const;
/** Who is asked about. */
export const Identity = Type.Object({
  id: Type.String({ minLength: 8, maxLength: 13 }),
  typ: Type.Enum([...typesOfNumbers]),
});
export type Identity = Static<typeof Identity>;

/** Who is told of: `skyddad` is a protected identity, whose number and name are not. */
const ToldIdentity = Type.Object({ id: Text(13), typ: Type.Enum([...typesOfNumbers, 'skyddad']) });
export type ToldIdentity = Static<typeof ToldIdentity>;
export const NamedIdentity = Type.Object({ ...ToldIdentity.properties, namn: Text(255) });
export type NamedIdentity = Static<typeof NamedIdentity>;
const roles = ['PRIVAT', 'ORGANISATION'] as const;
export const Grantor = Type.Object({ ...NamedIdentity.properties, roll: Type.Enum([...roles]) });
export type Grantor = Static<typeof Grantor>;

/** The authority whose key it is: its number in this house, in ten digits. */
const ThirdParty = Type.String({ pattern: '^\\d{10}$' });
const Code = Type.String({ minLength: 1, maxLength: 255, pattern: '^[\\u0021-\\u007e\\u00a1-\\u00ff]*$' });
const PageAsked = Type.Object({
  page: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

export const RightsAsked = Type.Object({
  fullmaktshavare: Identity,
  fullmaktsgivare: Type.Optional(
    Type.Object({ ...Identity.properties, roll: Type.Optional(Type.Enum([...roles])) }, { description: 'check: one' }),
  ),
  tredjeman: ThirdParty,
  behorigheter: Type.Array(Code, { maxItems: 100 }),
  page: Type.Optional(PageAsked),
});
export type RightsAsked = Static<typeof RightsAsked>;

const Signature = Type.Object({ protected: Type.String(), signature: Type.String() });

const Context = Type.Object({
  fullmaktsgivare: Grantor,
  fullmaktshavare: Type.Array(ToldIdentity, { minItems: 1 }),
  tredjeman: ThirdParty,
  behorigheter: Type.Array(
    Type.Object({ kod: Code, typ: Type.Enum(['aktiv', 'passiv']), fullmakt: Type.String({ format: 'uuid' }) }),
    { minItems: 1 },
  ),
  tidpunkt: Type.String({ format: 'date-time' }),
  _sig: Signature,
});
const PageTold = Type.Object({
  size: Type.Integer(),
  number: Type.Integer(),
  totalElements: Type.Integer(),
  totalPages: Type.Integer(),
});
export const RightsTold = Type.Object({
  fullmaktsgivare: Type.Array(Context),
  page: PageTold,
  tidpunkt: Type.String({ format: 'date-time' }),
  _sig: Signature,
});

export const MandatesAsked = Type.Object({
  fullmaktshavare: Type.Optional(Identity),
  fullmaktsgivare: Type.Optional(Identity),
  tredjeman: ThirdParty,
  page: Type.Optional(PageAsked),
});
export type MandatesAsked = Static<typeof MandatesAsked>;
export const MandatesTold = Type.Object({
  fullmakter: Type.Array(
    Type.Object({
      id: Type.String({ format: 'uuid' }),
      rubrik: Text(100),
      kod: Code,
      giltigFrom: Type.String({ format: 'date' }),
      giltigTom: Type.String({ format: 'date' }),
      registreringstidpunkt: Type.String({ format: 'date-time' }),
      tillstand: Type.String(),
      transportfullmakt: Type.Boolean(),
    }),
  ),
  page: PageTold,
  tidpunkt: Type.String({ format: 'date-time' }),
  _sig: Signature,
});

const Level = Type.Object({
  typ: Type.Enum(['aktiv', 'passiv']),
  rubrik: Text(100),
  vald: Type.Boolean(),
  niva: Type.Integer(),
});
const Mandate = Type.Object({
  id: Type.String({ format: 'uuid' }),
  ursprung: Type.Object({ mall: Type.String(), fullmakt: Type.Optional(Type.String({ format: 'uuid' })) }),
  rubrik: Text(100),
  beskrivning: Text(500),
  giltigFrom: Type.String({ format: 'date' }),
  giltigTom: Type.String({ format: 'date' }),
  skapare: NamedIdentity,
  skapadTidpunkt: Type.String({ format: 'date-time' }),
  transportfullmakt: Type.Boolean(),
  fullmaktsgivare: Grantor,
  fullmaktsgivareOvriga: Type.Optional(Type.Array(Grantor, { description: 'The others, where several have given it' })),
  fullmaktshavare: Type.Array(NamedIdentity),
  tredjeman: Type.Object({ id: ThirdParty, namn: Text(255) }),
  signatarer: Type.Array(
    Type.Object({
      fysiskPerson: Type.Optional(NamedIdentity),
      juridiskSignatar: Type.Optional(
        Type.Object({ juridiskPerson: NamedIdentity, foretradare: Type.Array(NamedIdentity) }),
      ),
    }),
  ),
  behorigheter: Type.Array(
    Type.Object({
      behorighetsobjekt: Type.Object({ kod: Code, rubrik: Text(100), typer: Type.Array(Level, { minItems: 1 }) }),
    }),
    { minItems: 1 },
  ),
  _sig: Signature,
});
export type MandateTold = Static<typeof Mandate>;
export const MandateAnswer = Type.Object({
  fullmakt: Mandate,
  metadata: Type.Object({
    referensnummer: Text(150),
    registreringstidpunkt: Type.String({ format: 'date-time' }),
    tillstand: Type.String(),
    aterkallad: Type.Optional(
      Type.Object({ datum: Type.String({ format: 'date-time' }), person: Type.Optional(NamedIdentity) }),
    ),
  }),
});
