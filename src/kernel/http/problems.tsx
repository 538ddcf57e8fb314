import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { databaseIsAway } from '../database/database-is-away.ts';
import { isNoValue } from '../database/is-no-value.ts';
import { DefectPage, RefusalPage } from '../html/index.ts';
import { isRefusal, type Refusal, type RefusalKind } from '../refusal.ts';
import type { Language, RefusalText, RefusalTexts } from '../texts.ts';
import type { App } from './app-types.ts';
import { SignInFirst } from './rooms.ts';
import type { ReadSession } from './sessions.ts';
import { wayBack } from './way-back.ts';

const statusOf = {
  'not-found': 404,
  'not-allowed': 403,
  conflict: 409,
  invalid: 422,
  gone: 410,
  unavailable: 503,
} as const satisfies Record<RefusalKind, number>;

/** Fills `{name}` in a text from the refusal's details. */
function filled(text: RefusalText, refusal: Refusal): RefusalText {
  const fill = (value: string) =>
    value.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const detail = refusal.details[name];
      if (detail === undefined) return whole;
      return typeof detail === 'object' ? detail.join(', ') : String(detail);
    });
  return { what: fill(text.what), why: fill(text.why), next: fill(text.next) };
}

/** What is known of this very case says more than the text for all of its kind. */
function explained(text: RefusalText, { explanation }: Refusal, language: Language): RefusalText {
  if (!explanation) return text;
  return { ...text, why: explanation.what[language], next: explanation.next?.[language] ?? text.next };
}

type Told = { status: number; key: string; text: RefusalText };

export type ProblemParts = {
  readonly refusalTexts: RefusalTexts;
  /** Who misspells an address is still signed in, and the page says so. */
  readonly readSession: ReadSession;
};

/**
 * Every "no" becomes a page, or a problem document (RFC 9457) under /api: what happened, why, and what to do now.
 * A defect is logged whole and shown calmly, with the request's id.
 */
export function problems(app: App, { refusalTexts, readSession }: ProblemParts): void {
  function textOf(key: string, language: Language): RefusalText {
    const text = refusalTexts[key] ?? refusalTexts['kernel.defect'];
    if (text === undefined) throw new Error('the refusal texts lack kernel.defect');
    return text[language];
  }

  function told(error: unknown, request: FastifyRequest): Told | null {
    const { language } = request;
    if (isRefusal(error)) {
      const text = explained(filled(textOf(error.key, language), error), error, language);
      return { status: statusOf[error.kind], key: error.key, text };
    }
    if (databaseIsAway(error)) {
      return { status: 503, key: 'kernel.database.away', text: textOf('kernel.database.away', language) };
    }
    if (isNoValue(error)) {
      request.log.warn({ code: (error as FastifyError).code }, 'what was sent is no value of the database');
      return { status: 400, key: 'kernel.request.malformed', text: textOf('kernel.request.malformed', language) };
    }
    const { statusCode, code } = error as FastifyError;
    if (statusCode === 429)
      return { status: 429, key: 'kernel.rate-limit', text: textOf('kernel.rate-limit', language) };
    if (statusCode === 413)
      return { status: 413, key: 'kernel.body.large', text: textOf('kernel.body.large', language) };
    if (code === 'FST_ERR_VALIDATION' || (statusCode !== undefined && statusCode >= 400 && statusCode < 500)) {
      const status = statusCode ?? 400;
      return { status, key: 'kernel.request.malformed', text: textOf('kernel.request.malformed', language) };
    }
    return null;
  }

  function answer(request: FastifyRequest, reply: FastifyReply, what: Told, defect: boolean): FastifyReply {
    reply.status(what.status);
    if (what.status === 503) reply.header('retry-after', '10');
    if (request.url.startsWith('/api/')) {
      return reply.type('application/problem+json').send({
        type: `/api/problems/${what.key}`,
        title: what.text.what,
        status: what.status,
        detail: `${what.text.why} ${what.text.next}`.trim(),
        instance: request.id,
      });
    }
    const page = { ...what.text, status: what.status, requestId: request.id };
    const body = defect ? <DefectPage {...page} /> : <RefusalPage {...page} />;
    return reply.page(body, { authority: request.brand, status: what.status });
  }

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof SignInFirst) {
      const reads = request.method === 'GET' && !request.url.startsWith('/api/');
      if (reads) return reply.seeOther(`/logga-in?till=${encodeURIComponent(wayBack(request))}`);
      return answer(
        request,
        reply,
        { status: 401, key: 'kernel.sign-in', text: textOf('kernel.sign-in', request.language) },
        false,
      );
    }
    const what = told(error, request);
    if (what === null) {
      request.log.error({ err: error }, 'a defect');
      const text = textOf('kernel.defect', request.language);
      return answer(request, reply, { status: 500, key: 'kernel.defect', text }, true);
    }
    request.log.info({ problem: what.key, status: what.status }, 'refused');
    if (what.status === 503) request.log.warn({ err: error }, 'unavailable');
    return answer(request, reply, what, false);
  });

  app.setNotFoundHandler(
    { preHandler: [app.rateLimit({ max: 60, timeWindow: 60_000 }), readSession] },
    (request, reply) => {
      const key = 'kernel.page.not-found';
      return answer(request, reply, { status: 404, key, text: textOf(key, request.language) }, false);
    },
  );
}
