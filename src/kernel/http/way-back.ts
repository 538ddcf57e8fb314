import type { FastifyRequest } from 'fastify';
import { redact } from '../identifiers/redact.ts';

/**
 * The address that a page leads back to, after signing in or a change of language. An identity number that somebody has
 * written into it goes no further: not into our links, headers or the browser's list of where it has been.
 */
export function wayBack(request: Pick<FastifyRequest, 'url'>): string {
  return redact(request.url, '');
}
