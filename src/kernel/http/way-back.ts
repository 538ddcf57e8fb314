import type { FastifyRequest } from 'fastify';
import { redact } from '../identifiers/redact.ts';

type Asked = Pick<FastifyRequest, 'url' | 'method' | 'host'> & {
  readonly headers: { readonly referer?: string | undefined };
};

/**
 * The address that a page leads back to, after signing in or a change of language. A page that answers a form leads back
 * to the page that the form stood on: its own address can only be posted to. An identity number that somebody has
 * written into it goes no further: not into our links, headers or the browser's list of where it has been.
 */
export function wayBack(request: Asked): string {
  return redact(request.method === 'GET' || request.method === 'HEAD' ? request.url : formPage(request), '');
}

function formPage({ headers: { referer }, host }: Asked): string {
  const from = referer !== undefined && URL.canParse(referer) ? new URL(referer) : null;
  return from?.host === host ? `${from.pathname}${from.search}` : '/';
}
