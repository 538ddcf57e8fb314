import { type Static, Type } from 'typebox';

// XACML 3.0's JSON profile 1.1 (OASIS), as far as Altinn's decision point speaks it: a real request and its answer are in
// Altinn/altinn-authorization-tmp (MIT, test data of 2026-08-21, read 2026-11-22).

const Attribute = Type.Object({
  AttributeId: Type.String({ minLength: 1, maxLength: 200 }),
  Value: Type.String({ minLength: 1, maxLength: 300 }),
  DataType: Type.Optional(Type.String({ maxLength: 200 })),
  IncludeInResult: Type.Optional(Type.Boolean()),
  Issuer: Type.Optional(Type.Union([Type.String({ maxLength: 200 }), Type.Null()])),
});
export type Attribute = Static<typeof Attribute>;
const Category = Type.Array(Type.Object({ Attribute: Type.Array(Attribute, { minItems: 1, maxItems: 20 }) }), {
  minItems: 1,
  maxItems: 1,
});

export const DecisionRequest = Type.Object({
  Request: Type.Object({
    ReturnPolicyIdList: Type.Optional(Type.Boolean()),
    AccessSubject: Category,
    Action: Category,
    Resource: Category,
    Environment: Type.Optional(Category),
  }),
});
export type DecisionRequest = Static<typeof DecisionRequest>;

const Told = Type.Object({ AttributeId: Type.String(), DataType: Type.String(), Value: Type.String() });
const Result = Type.Object({
  Decision: Type.Enum(['Permit', 'Deny', 'NotApplicable', 'Indeterminate']),
  Status: Type.Object({
    StatusCode: Type.Object({ Value: Type.String() }),
    StatusMessage: Type.Optional(Type.String()),
  }),
  Obligations: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.String(),
        attributeAssignment: Type.Array(
          Type.Object({
            attributeId: Type.String(),
            value: Type.String(),
            category: Type.String(),
            dataType: Type.String(),
            issuer: Type.Null(),
          }),
        ),
      }),
    ),
  ),
  Category: Type.Optional(Type.Array(Type.Object({ CategoryId: Type.String(), Attribute: Type.Array(Told) }))),
  PolicyIdentifierList: Type.Optional(
    Type.Object({ PolicyIdReference: Type.Array(Type.Object({ Id: Type.String(), Version: Type.String() })) }),
  ),
});
export type Result = Static<typeof Result>;
export const DecisionAnswer = Type.Object({ Response: Type.Array(Result) });
