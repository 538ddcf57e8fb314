import { Type } from 'typebox';

export const COMPLETION_MOST = 5000;
export const TEXT_MOST = 8000;
export const PROVISION_MOST = 200;

const Slug = Type.String({ maxLength: 100 });
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });

/** An id that is none is answered as a case that is not there: see `caseIdIn`. */
export const ByCase = Type.Object({ authority: Slug, case: Type.String({ maxLength: 100 }) });
export const ByFile = Type.Object({ ...ByCase.properties, file: Type.String({ maxLength: 100 }) });
export const ByDraft = Type.Object({ authority: Slug, service: Slug, draft: Type.String({ maxLength: 100 }) });

export const Sending = Type.Object({ seq: Type.Integer({ minimum: 1 }) });

/** What every form of an official carries: which state of the case it stood on, and its own id. */
const Stood = { seq: Type.Integer({ minimum: 1 }), transaction: Uuid };
const Text = Type.String({ maxLength: 20_000, default: '' });

export const Assigning = Type.Object({ ...Stood, to: Type.String({ maxLength: 100, default: '' }) });
export const Noting = Type.Object({ ...Stood, note: Text });
export const Marking = Type.Object({ ...Stood, provision: Text, remove: Type.Optional(Type.String()) });
export const Asking = Type.Object({
  ...Stood,
  question: Text,
  'answerBy-day': Type.String({ maxLength: 10, default: '' }),
  'answerBy-month': Type.String({ maxLength: 10, default: '' }),
  'answerBy-year': Type.String({ maxLength: 10, default: '' }),
});
export const Deciding = Type.Object({
  ...Stood,
  decision: Type.String({ maxLength: 100, default: '' }),
  reasons: Text,
});
export const Closing = Type.Object(Stood);
export const Revealing = Type.Object({
  purpose: Type.Union([Type.Literal('register'), Type.Literal('contact'), Type.Literal('decision')]),
});
export const SeeingOverview = Type.Object({ purpose: Type.String({ maxLength: 20, default: '' }) });
export const Completing = Type.Object({ transaction: Uuid, text: Text });

export const OwnList = Type.Object({ efter: Type.Optional(Type.String({ maxLength: 100 })) });
export const QueueQuery = Type.Object({
  visa: Type.Optional(Type.String({ maxLength: 20 })),
  myndighet: Type.Optional(Type.String({ maxLength: 100 })),
  efter: Type.Optional(Type.String({ maxLength: 100 })),
});
export const HandledQuery = Type.Object({ klart: Type.Optional(Type.String({ maxLength: 10 })) });
export const ApiList = Type.Object({ after: Type.Optional(Type.String({ maxLength: 100 })) });

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Day = Type.String({ format: 'date' });
const Instant = Type.String({ format: 'date-time' });
const PhaseAnswer = Type.Union([
  Type.Literal('received'),
  Type.Literal('waiting-applicant'),
  Type.Literal('decided'),
  Type.Literal('available'),
  Type.Literal('closed'),
]);

const CaseAnswer = {
  id: Type.String({ format: 'uuid' }),
  authority: Type.Object({ id: Type.Integer(), name: Type.String() }),
  number: Type.String({ description: 'Diary number' }),
  service: Type.String(),
  title: Type.String(),
  state: PhaseAnswer,
  dueOn: Day,
  filedAt: Instant,
};

export const OwnCasesAnswer = Type.Object({
  cases: Type.Array(
    Type.Object({
      ...CaseAnswer,
      outcome: Nullable(Type.String()),
      waitsFor: Type.Union([Type.Literal('party'), Type.Literal('authority'), Type.Literal('nobody')]),
      changedAt: Instant,
      href: Type.String(),
    }),
  ),
  next: Nullable(Type.String({ description: 'Goes on here: ?after=' })),
});

export const QueueAnswer = Type.Object({
  cases: Type.Array(
    Type.Object({
      ...CaseAnswer,
      applicant: Nullable(Type.String({ description: 'Null for a protected identity' })),
      protected: Type.Boolean(),
      confidential: Type.Boolean(),
      assignee: Nullable(Type.String()),
      href: Type.String(),
    }),
  ),
  next: Nullable(Type.String({ description: 'Goes on here: ?after=' })),
});
