import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

// Our subset of ZGW Zaken and Catalogi (VNG; field names and limits from open-zaak's OpenAPI 1.5.1, EUPL-1.2, read
// 2026-11-22): only what is used, with the limits of the standard. docs/integrate.md names the paths.

const Url = Type.String({ minLength: 1, maxLength: 1000 });
const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });
const MaybeDay = Type.Optional(Type.Union([Day, Type.Null()]));

const Zaak = Type.Object({
  url: Url,
  uuid: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }),
  identificatie: Type.Optional(Type.String({ maxLength: 40 })),
  omschrijving: Type.Optional(Type.String({ maxLength: 80 })),
  zaaktype: Url,
  startdatum: Day,
  einddatum: Type.Union([Day, Type.Null()]),
  einddatumGepland: MaybeDay,
  uiterlijkeEinddatumAfdoening: MaybeDay,
  laatstGemuteerd: Type.String({ minLength: 10, maxLength: 40 }),
  verlenging: Type.Optional(Type.Union([Type.Object({ reden: Type.String(), duur: Type.String() }), Type.Null()])),
  opschorting: Type.Optional(
    Type.Union([Type.Object({ indicatie: Type.Boolean(), reden: Type.Optional(Type.String()) }), Type.Null()]),
  ),
  status: Type.Union([Url, Type.Null()]),
  hoofdzaak: Type.Optional(Type.Union([Url, Type.Null()])),
  deelzaken: Type.Optional(Type.Array(Url, { maxItems: 500 })),
});
export type Zaak = Static<typeof Zaak>;

const Zaken = Type.Object({
  count: Type.Integer({ minimum: 0 }),
  next: Type.Union([Type.String(), Type.Null()]),
  results: Type.Array(Type.Unknown(), { maxItems: 500 }),
});
const Status = Type.Object({
  url: Url,
  zaak: Url,
  statustype: Url,
  datumStatusGezet: Type.String({ minLength: 10, maxLength: 40 }),
  statustoelichting: Type.Optional(Type.String({ maxLength: 1000 })),
});
export type Status = Static<typeof Status>;
const Statussen = Type.Object({ results: Type.Array(Status, { maxItems: 500 }) });
const StatusType = Type.Object({
  url: Url,
  omschrijving: Type.String({ maxLength: 80 }),
  statustekst: Type.Optional(Type.String({ maxLength: 1000 })),
  isEindstatus: Type.Boolean(),
});
export type StatusType = Static<typeof StatusType>;
const Rol = Type.Object({
  zaak: Url,
  betrokkeneType: Type.String({ maxLength: 50 }),
  omschrijvingGeneriek: Type.Optional(Type.String({ maxLength: 50 })),
  betrokkeneIdentificatie: Type.Object({
    anpIdentificatie: Type.Optional(Type.String({ maxLength: 17 })),
    naam: Type.Optional(Type.String({ maxLength: 50 })),
    statutaireNaam: Type.Optional(Type.String({ maxLength: 500 })),
  }),
});
export type Role = Static<typeof Rol>;
const Rollen = Type.Object({ results: Type.Array(Rol, { maxItems: 500 }) });
const Document = Type.Object({
  url: Url,
  zaak: Url,
  informatieobject: Url,
  titel: Type.Optional(Type.String({ maxLength: 200 })),
});
export type Document = Static<typeof Document>;

const ZaakType = Type.Object({ url: Url, omschrijving: Type.String({ minLength: 1, maxLength: 80 }) });

export const shapes = {
  zaken: Compile(Zaken),
  zaak: Compile(Zaak),
  statussen: Compile(Statussen),
  statusType: Compile(StatusType),
  zaakType: Compile(ZaakType),
  rollen: Compile(Rollen),
  documents: Compile(Type.Array(Document, { maxItems: 500 })),
};
