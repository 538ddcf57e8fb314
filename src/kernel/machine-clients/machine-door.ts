import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { badInput, wrongIn } from '../http/bad-input.ts';
import { limits } from '../http/rate-limits.ts';
import type { MakeScope } from '../scope.ts';
import { type Admitted, admitMachine } from './admit-machine.ts';
import type { MachineRight } from './store.ts';

export const machineConfig = { machine: true, csrf: false, rateLimit: limits.machine } as const;

export const keyHeader = { authorization: Type.Optional(Type.String({ description: 'Bearer and the key' })) } as const;

/**
 * Lets an authority's own system in by its key and its right, and refuses by path what it has sent wrong: before the key
 * nothing is said of what was sent. For a route with `attachValidation`.
 */
export async function machineDoor<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  { makeScope, right }: { readonly makeScope: MakeScope; readonly right: MachineRight },
  work: (admitted: Admitted) => Promise<T>,
): Promise<T | FastifyReply> {
  const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const admitted = await admitMachine(makeScope, key, right, request.id);
  if (admitted === null) return refuseKey(request, reply);
  const wrong = wrongIn(request);
  if (wrong) return badInput(request, reply, wrong);
  reply.header('cache-control', 'no-store');
  return work(admitted);
}

function refuseKey(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.status(401).header('www-authenticate', 'Bearer').type('application/problem+json').send({
    type: '/api/problems/kernel.sign-in',
    title: 'The key is unknown, ended or may not do this.',
    status: 401,
    instance: request.id,
  });
}
