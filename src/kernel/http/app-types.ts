import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { JSX } from 'preact';
import type { Assurance, RoleGrant } from '../authority.ts';
import type { PageAuthority } from '../html/page-context.ts';
import type { PartyId } from '../ids.ts';
import type { Scope } from '../scope.ts';
import type { Language } from '../texts.ts';
import type { Upload } from './upload.ts';

/** Who may come in. Every route says so; one that does not stops the start. */
export type PageRoom = 'public' | 'resident' | 'official' | 'operator';

/** What a session says of its reader. */
export type SessionFacts = {
  /** The session's id; not the secret in the cookie. */
  readonly session: string;
  readonly party: PartyId;
  readonly name: string;
  /** Skyddade personuppgifter: for whom they act is not told their name. */
  readonly isProtected?: boolean;
  readonly assurance: Assurance;
  readonly language: Language | null;
  /** Today's roles, expanded through today's agreements; empty for most people. */
  readonly grants: readonly RoleGrant[];
  /** In whose name the session acts; null for one's own. Whether it still may is asked for each request. */
  readonly actingFor?: { readonly party: PartyId; readonly name: string } | null;
};

/** Asked once per request; null when the token is unknown, ended or too old. */
export type FindSession = (token: string) => Promise<SessionFacts | null>;

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export type PageOptions = { readonly authority?: PageAuthority | null; readonly status?: number };

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null when nobody is. */
    reader: SessionFacts | null;
    language: Language;
    /** Made by the route's room before the handler runs. */
    scope: Scope;
    /** Whether the page is in another's name: `ended` when the right to that is gone, `aside` when it is not this page's. */
    acting: 'stands' | 'ended' | 'aside' | null;
    /** Files of a multipart form, already read and limited; empty otherwise. */
    uploads: readonly Upload[];
    /** Set by a route that has found which authority the page belongs to, so that a refusal wears its colours too. */
    brand: PageAuthority | null;
  }
  interface FastifyReply {
    /** Renders a page in the reader's language. */
    page(body: JSX.Element, options?: PageOptions): FastifyReply;
    /**
     * The same, sent as it comes: the page down to its `<Later>` at once, then each part below the one before, then the
     * rest. Works without scripts; what is sent can not be taken back, so the status is 200 whatever comes.
     */
    pageInParts(body: JSX.Element, parts: AsyncIterable<JSX.Element>, options?: PageOptions): FastifyReply;
    /** After a POST: 303, so that a reload does not post again. */
    seeOther(url: string): FastifyReply;
  }
  interface FastifyContextConfig {
    room?: PageRoom;
    /** The sign-in's own routes: never sent to sign in. */
    csrf?: false;
    /** What is always one's own, in whosever name one acts: sign-ins, details, the choice itself. */
    asOneself?: true;
  }
}
