import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { type Admitted, type MachineRight, machineConfig } from '../../../kernel/machine-clients/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { authorityById } from '../../directory/index.ts';
import { jsonSigner } from '../../signing/index.ts';
import { answerMachine, MachineHeaders } from './door.ts';
import { listMandates } from './list-mandates.ts';
import { revokeAt } from './revoke-at.ts';
import { type PeopleParts, searchRights } from './search-rights.ts';
import { MandateAnswer, MandatesAsked, MandatesTold, RightsAsked, RightsTold } from './shapes.ts';
import { answerSigner, type SignAnswer } from './sign-answer.ts';
import { tellMandate } from './tell-mandate.ts';
import { thirdPartyOf } from './third-party.ts';

export type ForMachinesParts = PeopleParts & { readonly makeScope: MakeScope; readonly secrets: Secrets };

const base = '/api/v1/fullmakter';
const ById = Type.Object({ tredjeman: Type.String({ maxLength: 10 }), fullmakt: Type.String({ maxLength: 36 }) });

/** Mandates for an authority's own systems, in the shapes of Mina ombud; each answer is signed. */
export async function mandatesForMachines(app: App, parts: ForMachinesParts): Promise<void> {
  /** With what the answer is signed: to this very question. */
  async function signerFor({ scope }: Admitted, { headers, body }: FastifyRequest): Promise<SignAnswer> {
    const nonce = headers['x-nonce'];
    const asked = { body: body ?? null, nonce: typeof nonce === 'string' ? nonce : null };
    return answerSigner(await jsonSigner(scope, parts.secrets), scope.now, asked);
  }
  async function answering<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    right: MachineRight,
    work: (admitted: Admitted, sign: SignAnswer) => Promise<T>,
  ): Promise<T | FastifyReply> {
    const { makeScope } = parts;
    return answerMachine(request, reply, { makeScope, right }, async (admitted) =>
      work(admitted, await signerFor(admitted, request)),
    );
  }

  app.post(
    `${base}/sok/behorigheter`,
    {
      config: machineConfig,
      attachValidation: true,
      schema: {
        summary:
          'Mina ombud: whom somebody may act for at the authority; with fullmaktsgivare a check, without a search',
        headers: MachineHeaders,
        body: RightsAsked,
        response: { 200: RightsTold },
      },
    },
    async (request, reply) => {
      const isCheck = (request.body as Partial<RightsAsked> | null)?.fullmaktsgivare !== undefined;
      return answering(request, reply, isCheck ? 'mandates.check' : 'mandates.search', (admitted, sign) => {
        isOwn(admitted, request.body.tredjeman);
        return searchRights(admitted, request.body, parts, sign);
      });
    },
  );

  app.post(
    `${base}/sok/fullmakter`,
    {
      config: machineConfig,
      attachValidation: true,
      schema: {
        summary: 'The mandates at the authority that somebody has given or been given',
        headers: MachineHeaders,
        body: MandatesAsked,
        response: { 200: MandatesTold },
      },
    },
    async (request, reply) =>
      answering(request, reply, 'mandates.search', (admitted, sign) => {
        isOwn(admitted, request.body.tredjeman);
        return listMandates(admitted, request.body, parts, sign);
      }),
  );

  app.get(
    `${base}/tredjeman/:tredjeman/fullmakter/:fullmakt`,
    {
      config: machineConfig,
      attachValidation: true,
      schema: {
        summary: 'Mina ombud: a mandate, with all that it says',
        headers: MachineHeaders,
        params: ById,
        response: { 200: MandateAnswer },
      },
    },
    async (request, reply) =>
      answering(request, reply, 'mandates.search', async (admitted, sign) => {
        const { tredjeman, fullmakt } = request.params;
        isOwn(admitted, tredjeman);
        const authority = await authorityById(admitted.scope, admitted.client.authority);
        return tellMandate(admitted, authority, fullmakt, parts, sign);
      }),
  );

  app.delete(
    `${base}/tredjeman/:tredjeman/fullmakter/:fullmakt`,
    {
      config: machineConfig,
      attachValidation: true,
      schema: {
        summary: 'Mina ombud: revokes a mandate at the authority, at the word of a grantor',
        headers: MachineHeaders,
        params: ById,
      },
    },
    async (request, reply) =>
      answering(request, reply, 'mandates.revoke', async (admitted) => {
        const { tredjeman, fullmakt } = request.params;
        isOwn(admitted, tredjeman);
        await revokeAt(admitted, parts.makeScope, fullmakt);
        return reply.status(204).send();
      }),
  );
}

/** @throws Refusal not-found for another authority, as Mina ombud answers for a third party that is not there */
function isOwn({ client }: Admitted, tredjeman: string): void {
  if (tredjeman !== thirdPartyOf(client.authority)) throw new Refusal('not-found', 'mandates.machine.third-party');
}
