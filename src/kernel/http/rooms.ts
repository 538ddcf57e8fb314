import type { FastifyRequest } from 'fastify';
import type { Actor, Assurance } from '../authority.ts';
import type { Fence } from '../database/fence.ts';
import type { PartyId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { type MakeScope, type Room, refusalOf, type Scope } from '../scope.ts';
import type { App, PageRoom, SessionFacts } from './app-types.ts';

const strength = { low: 0, substantial: 1, high: 2 } as const satisfies Record<Assurance, number>;

function official(reader: SessionFacts): Actor {
  return {
    kind: 'official',
    party: reader.party,
    name: reader.name,
    assurance: reader.assurance,
    session: reader.session,
    grants: reader.grants,
  };
}

/** What they are called goes into logs and cases of whom they act for: a protected identity has no name there. */
function person(reader: SessionFacts | null, principal: PartyId | null): Actor {
  if (reader === null) return { kind: 'anonymous' };
  const { party, assurance, session } = reader;
  const name = reader.isProtected && principal !== party ? '' : reader.name;
  return { kind: 'person', party, name, assurance, session };
}

/** @throws Refusal not-allowed for who is no official, or signed in too weakly for an office */
function asOfficial(room: PageRoom, reader: SessionFacts, minimum: Assurance): { actor: Actor; fence: Fence } {
  const enough = reader.grants.some((grant) => room === 'official' || grant.role === 'operator');
  if (!enough) throw new Refusal('not-allowed', `kernel.rooms.${room}`);
  if (strength[reader.assurance] < strength[minimum]) {
    throw new Refusal('not-allowed', 'kernel.authority.assurance', { minimum });
  }
  const authorities = [...new Set(reader.grants.map((grant) => grant.authority))];
  return { actor: official(reader), fence: { authorities, parties: [] } };
}

export type RoomParts = {
  readonly makeScope: MakeScope;
  /** What an official must have signed in with; never below substantial. */
  readonly officialAssurance: Assurance;
};

/** Signing in is asked of a reader of pages; a machine or a form is told 401. */
export class SignInFirst extends Error {}

/**
 * Lets each request into its room and gives it its scope: a resident works behind their own party under the resident's
 * login role, an official behind the authorities of today's grants under the official's. A route without a room stops
 * the start.
 */
export function rooms(app: App, parts: RoomParts): void {
  app.addHook('onRoute', (route) => {
    const room = (route.config as { room?: PageRoom } | undefined)?.room;
    if (room === undefined && !(route.config as { machine?: true } | undefined)?.machine) {
      throw new Error(`the route ${String(route.method)} ${route.url} says no room`);
    }
  });
  app.decorateRequest('acting', null);
  app.addHook('onRequest', (request, _reply, done) => {
    const { room, asOneself } = request.routeOptions.config;
    const { reader } = request;
    if (room === undefined) return done();
    if (!reader?.actingFor || (room !== 'public' && room !== 'resident')) {
      request.scope = scopeFor(room, request);
      return done();
    }
    if (asOneself) {
      request.acting = 'aside';
      request.scope = scopeFor(room, request);
      return done();
    }
    enterForAnother(room, request, reader.actingFor.party).then(() => done(), done);
  });

  /**
   * In another's name, behind the other's fence alone, and only while the right to that stands: it is asked anew for each
   * request. When it is gone, a page that is open to all is shown with nobody's rows.
   * @throws Refusal that says why, on the other's own pages
   */
  async function enterForAnother(room: PageRoom, request: FastifyRequest, principal: PartyId): Promise<void> {
    request.scope = residentScope(request, principal);
    const answer = await request.scope.mayAct('party.represent', {});
    request.acting = answer.decision === 'no' ? 'ended' : 'stands';
    if (answer.decision === 'yes') return;
    request.scope = residentScope(request, null);
    if (room === 'resident') throw refusalOf(answer);
  }

  function about(request: FastifyRequest) {
    return { language: request.language, requestId: request.id, now: Temporal.Now.instant() };
  }

  function residentScope(request: FastifyRequest, principal: PartyId | null): Scope {
    const login: Room = 'resident';
    return parts.makeScope({
      ...about(request),
      room: login,
      actor: person(request.reader, principal),
      principal,
      fence: { authorities: [], parties: principal === null ? [] : [principal] },
    });
  }

  function scopeFor(room: PageRoom, request: FastifyRequest): Scope {
    const { reader } = request;
    if (room === 'public' || room === 'resident') {
      if (room === 'resident' && reader === null) throw new SignInFirst();
      return residentScope(request, reader?.party ?? null);
    }
    if (reader === null) throw new SignInFirst();
    return parts.makeScope({
      ...about(request),
      room: 'official',
      ...asOfficial(room, reader, parts.officialAssurance),
    });
  }
}
