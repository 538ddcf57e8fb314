import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { badInput, wrongIn } from '../../../kernel/http/bad-input.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import { type Admitted, admitMachine, type MachineRight } from '../../../kernel/machine-clients/index.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import { WrongAt } from './people.ts';

export const machineConfig = { machine: true, csrf: false, rateLimit: limits.machine } as const;

export const MachineHeaders = Type.Object({
  authorization: Type.Optional(Type.String({ description: 'Bearer and the key' })),
  'x-nonce': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{16,100}$', description: 'Comes back signed' })),
});

/**
 * Lets an authority's own system in by its key and its right, and refuses by path what it has sent wrong: before the key
 * nothing is said of what was sent. For a route with `attachValidation`.
 */
export async function answerMachine<T>(
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
  try {
    return await work(admitted);
  } catch (error) {
    if (error instanceof WrongAt) return badInput(request, reply, [error.pointer]);
    throw error;
  }
}

function refuseKey(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.status(401).header('www-authenticate', 'Bearer').type('application/problem+json').send({
    type: '/api/problems/kernel.sign-in',
    title: 'The key is unknown, ended or may not do this.',
    status: 401,
    instance: request.id,
  });
}
