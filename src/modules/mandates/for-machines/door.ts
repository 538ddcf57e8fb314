import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { badInput } from '../../../kernel/http/bad-input.ts';
import { type Admitted, keyHeader, type MachineRight, machineDoor } from '../../../kernel/machine-clients/index.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import { WrongAt } from './people.ts';

export const MachineHeaders = Type.Object({
  ...keyHeader,
  'x-nonce': Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{16,100}$', description: 'Comes back signed' })),
});

/** Lets an authority's own system in, and refuses by path what it has sent wrong, also what only the work sees. */
export async function answerMachine<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  door: { readonly makeScope: MakeScope; readonly right: MachineRight },
  work: (admitted: Admitted) => Promise<T>,
): Promise<T | FastifyReply> {
  return machineDoor(request, reply, door, async (admitted) => {
    try {
      return await work(admitted);
    } catch (error) {
      if (error instanceof WrongAt) return badInput(request, reply, [error.pointer]);
      throw error;
    }
  });
}
