import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Refuses what a machine has sent, by the path of what is wrong (RFC 6901) and never with what stood there: that may be
 * somebody's number.
 */
export function badInput(request: FastifyRequest, reply: FastifyReply, pointers: readonly string[]): FastifyReply {
  return reply
    .status(400)
    .type('application/problem+json')
    .send({
      type: '/api/problems/kernel.request.malformed',
      title: 'The request is not as the interface says.',
      status: 400,
      detail: `Wrong or missing: ${pointers.map((one) => one || 'the body').join(', ')}. See /api.`,
      instance: request.id,
      errors: pointers.map((pointer) => ({ pointer: `#${pointer}` })),
    });
}

/** Where the request differs from its schema; null when it does not. For a route with `attachValidation`. */
export function wrongIn({ validationError }: FastifyRequest): readonly string[] | null {
  // Typed as what any validator may say; ours is Ajv.
  const found = validationError?.validation as readonly { readonly instancePath: string }[] | undefined;
  if (!found) return null;
  return [...new Set(found.map(({ instancePath }) => instancePath))];
}
