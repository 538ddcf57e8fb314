import { Type } from 'typebox';
import { differenceClasses } from './parallel/compare.ts';

const Slug = Type.String({ maxLength: 100 });
export const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });

export const ByAuthority = Type.Object({ authority: Slug });
export const ByRun = Type.Object({ authority: Slug, run: Uuid });
export const ByPerson = Type.Object({ authority: Slug, employee: Uuid });
export const ByClaim = Type.Object({ authority: Slug, employee: Uuid, claim: Uuid });
export const Month = Type.Object({ month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }) });
export const OfRun = Type.Object({ kor: Type.Optional(Uuid) });
/** The note's field is named by the finding, so that each has its own label on the page. */
export const Answer = Type.Object(
  {
    employee: Uuid,
    kind: Type.String({ maxLength: 40 }),
    answer: Type.Union([Type.Literal('accepted'), Type.Literal('held')]),
    /** Where on the page to go on. */
    next: Type.Optional(Type.String({ pattern: '^(undantag|u-[0-9a-f-]{36}-[a-z-]{1,40})$' })),
    /** From the list over all employers, and back to it. */
    back: Type.Optional(Type.Literal('alla')),
  },
  { additionalProperties: Type.String({ maxLength: 1000 }) },
);
export const Supposed = Type.Object({
  run: Uuid,
  monthly: Type.String({ maxLength: 20 }),
  share: Type.String({ maxLength: 20 }),
});
/** From which account an employer pays. */
export const Paying = Type.Object({
  organisationNumber: Type.String({ minLength: 1, maxLength: 20 }),
  account: Type.String({ minLength: 1, maxLength: 40 }),
  bic: Type.String({ minLength: 8, maxLength: 11 }),
});
/** What else a form brings: the token, and fields that are named by what they are about. */
const reason = Type.String({ maxLength: 1000 });
export const ByRequest = Type.Object({ authority: Slug, request: Uuid });
export const Reported = Type.Object(
  {
    ...{ what: Type.String({ maxLength: 40 }), hours: Type.String({ maxLength: 20 }) },
    employment: Type.Optional(Type.String({ maxLength: 60 })),
  },
  { additionalProperties: reason },
);
export const Answered = Type.Object(
  { state: Type.Union([Type.Literal('approved'), Type.Literal('refused')]) },
  { additionalProperties: reason },
);
export const ByMonth = Type.Object({ authority: Slug, month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }) });
const code = Type.String({ minLength: 1, maxLength: 40 });
export const CodeChosen = Type.Object({ old: code }, { additionalProperties: reason });
export const Signed = Type.Object({ reason });
export const Classified = Type.Object(
  { employee: Uuid, code, class: Type.Union(differenceClasses.map((one) => Type.Literal(one))) },
  { additionalProperties: reason },
);
const short = Type.String({ maxLength: 60 });
export const ChangeAsked = Type.Object({
  ...{ key: short, value: short },
  ...{ 'from-day': short, 'from-month': short, 'from-year': short },
});
export const ChangeProposed = Type.Object({ ...ChangeAsked.properties, authority: Slug });
export const Approving = Type.Object({ employee: Uuid, seq: Type.Integer({ minimum: 1 }) });
