import { Type } from 'typebox';

/** What an answer looks like on the wire. Kinds are texts here: one that we do not know is another fault than no text. */
/** Without control characters, and without those that turn the direction of what stands beside them. */
const plain = '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]+$';
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: plain });
/** A person's or an organisation's number, of Sweden or Finland, in its one written form. */
const IdentityNumber = Type.String({
  pattern: '^([0-9]{12}|[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]|[0-9]{10}|[0-9]{7}-[0-9])$',
});
const Kind = text(60);
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const MaybeDay = Type.Union([Day, Type.Null()]);
const Named = { number: IdentityNumber, name: Type.Union([text(200), Type.Null()]), protectedIdentity: Type.Boolean() };
const MANY = 200;
const list = <T extends Parameters<typeof Type.Array>[0]>(item: T) => Type.Array(item, { maxItems: MANY });

const envelope = {
  /** The moment that the data is of. */
  asOf: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|[+-]\\d{2}:\\d{2})$', maxLength: 40 }),
  /** Whom it is about, said again. */
  about: IdentityNumber,
};

export const PersonAnswer = Type.Object({
  ...envelope,
  person: Type.Union([
    Type.Null(),
    Type.Object({
      number: IdentityNumber,
      name: text(200),
      address: Type.Union([
        Type.Null(),
        Type.Object({
          street: text(200),
          postalCode: text(20),
          place: text(100),
          country: Type.String({ pattern: '^[A-Z]{2}$' }),
        }),
      ]),
      protectedIdentity: Type.Boolean(),
      birthDate: Day,
      diedOn: MaybeDay,
      civilStatus: Kind,
      guardians: list(Type.Object(Named)),
      children: list(Type.Object({ ...Named, birthDate: Day })),
    }),
  ]),
});

const Organisation = Type.Object({
  number: IdentityNumber,
  name: text(200),
  form: Kind,
  status: Kind,
  dissolvedOn: MaybeDay,
  signatories: list(Type.Object({ ...Named, role: Kind })),
  signingRule: list(
    Type.Union([
      Type.Object({ everyoneOf: list(IdentityNumber) }, { additionalProperties: false }),
      Type.Object(
        { anyOf: list(IdentityNumber), count: Type.Integer({ minimum: 0, maximum: 1000 }) },
        { additionalProperties: false },
      ),
    ]),
  ),
});
export type WireOrganisation = Type.Static<typeof Organisation>;

export const OrganisationAnswer = Type.Object({ ...envelope, organisation: Type.Union([Type.Null(), Organisation]) });
export const OrganisationsAnswer = Type.Object({ ...envelope, organisations: list(Organisation) });

export const GuardianshipsAnswer = Type.Object({
  ...envelope,
  guardianships: list(
    Type.Object({
      kind: Kind,
      principal: Type.Object(Named),
      guardian: Type.Object(Named),
      scope: list(Kind),
      from: Day,
      to: MaybeDay,
    }),
  ),
});
