import type { Answer, Assurance } from '../../../kernel/authority.ts';
import type { Missing } from './read-request.ts';
import type { Result } from './shapes.ts';

const status = (name: string) => `urn:oasis:names:tc:xacml:1.0:status:${name}`;
const decisionOf = { yes: 'Permit', no: 'Deny', unknown: 'Indeterminate' } as const satisfies Record<
  Answer['decision'],
  Result['Decision']
>;
/** Norway's levels, as Altinn counts them: 3 is «betydelig» and 4 is «høyt», which are eIDAS's substantial and high. */
const levelOf = { low: '2', substantial: '3', high: '4' } as const satisfies Record<Assurance, string>;

/** There is no such thing here that anybody could have a right to. */
export const notApplicable: Result = { Decision: 'NotApplicable', Status: { StatusCode: { Value: status('ok') } } };

export function incomplete({ missing }: Missing): Result {
  return {
    Decision: 'Indeterminate',
    Status: { StatusCode: { Value: status('missing-attribute') }, StatusMessage: `/Request/${missing}` },
  };
}

export type TellOptions = {
  /** Which mandate or register the yes rests on. */
  readonly withPolicies: boolean;
  readonly partyWritten: string | null;
};

/** Why not is not told: that is for the person and for who wants to act, not for a system. */
export function resultOf(answer: Answer, { withPolicies, partyWritten }: TellOptions): Result {
  const isUnknown = answer.decision === 'unknown';
  return {
    Decision: decisionOf[answer.decision],
    Status: {
      StatusCode: { Value: status(isUnknown ? 'processing-error' : 'ok') },
      ...(isUnknown ? { StatusMessage: `could not ask: ${answer.unavailableSources.join(', ')}` } : {}),
    },
    ...(answer.obligations.length === 0
      ? {}
      : {
          Obligations: answer.obligations.map(({ assurance }, index) => ({
            id: `urn:altinn:obligation:authenticationLevel${index + 1}`,
            attributeAssignment: [
              {
                attributeId: `urn:altinn:obligation-assignment:${index + 1}`,
                value: levelOf[assurance],
                category: 'urn:altinn:minimum-authenticationlevel',
                dataType: 'http://www.w3.org/2001/XMLSchema#integer',
                issuer: null,
              },
            ],
          })),
        }),
    ...(partyWritten === null
      ? {}
      : {
          Category: [
            {
              CategoryId: 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource',
              Attribute: [
                {
                  AttributeId: 'urn:altinn:partyid',
                  DataType: 'http://www.w3.org/2001/XMLSchema#string',
                  Value: partyWritten,
                },
              ],
            },
          ],
        }),
    ...(withPolicies && answer.basis.length > 0
      ? {
          PolicyIdentifierList: {
            PolicyIdReference: answer.basis.map(({ kind, id }) => ({
              Id: `urn:allmanning:basis:${kind}:${id}`,
              Version: '1.0',
            })),
          },
        }
      : {}),
  };
}
