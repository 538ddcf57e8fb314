import type { App } from '../../../kernel/http/app-types.ts';
import { machineConfig } from '../../../kernel/machine-clients/index.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import { answerMachine, MachineHeaders } from '../for-machines/door.ts';
import { type DecisionParts, decideForMachine } from './decide-for-machine.ts';
import { DecisionAnswer, DecisionRequest } from './shapes.ts';

export type DecisionRoutesParts = DecisionParts & { readonly makeScope: MakeScope };

/** The house's decision for an authority's own system, asked and answered as Altinn's decision point is. */
export async function decisionRoutes(app: App, parts: DecisionRoutesParts): Promise<void> {
  const { makeScope } = parts;
  app.post(
    '/api/v1/decision',
    {
      config: machineConfig,
      attachValidation: true,
      schema: {
        summary: 'May somebody do something for somebody? XACML 3.0 in JSON, as Altinn speaks it',
        headers: MachineHeaders,
        body: DecisionRequest,
        response: { 200: DecisionAnswer },
      },
    },
    async (request, reply) =>
      answerMachine(request, reply, { makeScope, right: 'mandates.check' }, async (admitted) => ({
        Response: [await decideForMachine(admitted, request.body, parts)],
      })),
  );
}
