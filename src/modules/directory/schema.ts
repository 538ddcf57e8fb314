import Type from 'typebox';

/** What pages of this module take in; each field is checked for meaning where its error can be shown. */
export const Slug = Type.Object({ authority: Type.String({ maxLength: 100 }) });
export const ListQuery = Type.Object({
  sok: Type.Optional(Type.String({ maxLength: 100 })),
  fran: Type.Optional(Type.String({ maxLength: 100 })),
});
export const MunicipalitiesQuery = Type.Intersect([
  ListQuery,
  Type.Object({
    klart: Type.Optional(Type.String({ maxLength: 4 })),
    antal: Type.Optional(Type.Integer()),
    inbjuden: Type.Optional(Type.Literal('ja')),
  }),
]);
export const JoinForm = Type.Object({
  kod: Type.Optional(Type.String({ maxLength: 20 })),
  epost: Type.Optional(Type.String({ maxLength: 254 })),
  formular: Type.Optional(Type.String({ format: 'uuid' })),
  alla: Type.Optional(Type.Literal('ja')),
});
export const BarrierForm = Type.Object({
  sida: Type.String({ maxLength: 500 }),
  hinder: Type.String({ maxLength: 4000 }),
});
export const SentQuery = Type.Object({ skickat: Type.Optional(Type.Literal('ja')) });
export const SettingsForm = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  epost: Type.String({ maxLength: 254 }),
  telefon: Type.String({ maxLength: 40 }),
  adress: Type.String({ maxLength: 500 }),
  farg: Type.String({ maxLength: 20 }),
  vardnamn: Type.String({ maxLength: 260 }),
});
export const SavedQuery = Type.Object({ sparat: Type.Optional(Type.Literal('ja')) });
export const ReportParams = Type.Object({
  authority: Type.String({ maxLength: 100 }),
  report: Type.String({ format: 'uuid' }),
});
