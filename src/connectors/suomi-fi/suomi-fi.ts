import { dateIn } from '../../kernel/calendar/format.ts';
import type { Identifier } from '../../kernel/identifiers/identifier.ts';
import { parsePersonNumber } from '../../kernel/identifiers/parse.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import type { ChoiceKind, ChoosingAtRegister, MandateRegister, RightElsewhere } from '../../modules/mandates/index.ts';
import { type GuardedRegister, guardedRegister, type RegisterAsked, UnusableAnswer } from '../guarded-register.ts';
import { organisationRights } from './organisations.ts';
import { shapes } from './shapes.ts';
import { type WebApiClient, webApi } from './web-api.ts';

export type SuomiFiOptions = {
  /** Where the agency's interface lies, `https://asiointivaltuustarkastus.suomi.fi`. */
  readonly url: string;
  readonly client: WebApiClient;
  /** The authorities here that have a mandate theme there; null: the service's own rules say all. */
  readonly authorities: readonly { readonly authority: AuthorityId; readonly theme: string | null }[];
  readonly told: (asked: RegisterAsked) => void;
  /** How long one question may take, in milliseconds, when it is not as long as usual. */
  readonly patience?: number;
};

/** One of them for each person and authority; nobody chooses more at once. */
const PRINCIPALS = 20;
/** What a token of the agency's is good for, and so how long it tells of organisations. */
const OPEN_SECONDS = 599;
const modeOf = { person: 'hpa', organisation: 'ypa' } as const satisfies Record<ChoiceKind, string>;

/**
 * Suomi.fi-valtuudet for a person (`hpa`) and an organisation (`ypa`). Whom somebody may act for it tells only of whom the
 * person has chosen there; whether one may act for another person it tells at any time, for an organisation only while the
 * choice is open. It says yes or no and never why (the agency's rule engine), so a
 * yes lets the holder do all at the authority whose theme was asked about.
 */
export function suomiFi(options: SuomiFiOptions): Required<MandateRegister> & Pick<GuardedRegister, 'breaker'> {
  const { authorities, told, patience } = options;
  const guard = guardedRegister('suomi-fi', told, patience);
  const api = webApi(options.url, options.client);

  function rightAt(
    authority: AuthorityId,
    principal: Identifier,
    name: string | null,
    request: string,
  ): RightElsewhere {
    return {
      ...{ principal, name, authority, level: 'active', reach: { kind: 'authority', authority } },
      ...{ id: request, evidence: `suomi-fi:${request}` },
    };
  }

  /** Asks by `path` about each authority. @throws UnusableAnswer */
  async function rightsBy(
    call: (theme: string | null) => Parameters<typeof api.get>[0],
    at: SuomiFiOptions['authorities'],
    of: { readonly principal: Identifier; readonly name: string | null },
    signal: AbortSignal,
  ): Promise<RightElsewhere[]> {
    const found = await Promise.all(
      at.map(async ({ authority, theme }): Promise<RightElsewhere[]> => {
        const { body, request } = await api.get(call(theme), shapes.authorization, signal);
        if (body.result === 'DISALLOWED') return [];
        if (body.result !== 'ALLOWED') throw new UnusableAnswer('unknown-type');
        return [rightAt(authority, of.principal, of.name, request)];
      }),
    );
    return found.flat();
  }

  const choosing: ChoosingAtRegister = {
    begin: (holder, kind, back, language) =>
      guard.ask(async (signal) => {
        if (holder.country !== 'FI') return null;
        const path = ['service', modeOf[kind], 'user', 'register', options.client.id, holder.value];
        const { body } = await api.get({ path, with: 'webKey' }, shapes.session, signal);
        return { session: body.sessionId, url: api.selection(body.userId, back, language) };
      }),
    chosen: ({ session, kind }, code, back) =>
      guard.ask(async (signal) => {
        const token = await api.token(code, back, shapes.token, signal);
        const bearer = token.access_token;
        if (kind === 'organisation') {
          const until = Date.now() + Math.min(token.expires_in ?? OPEN_SECONDS, OPEN_SECONDS) * 1000;
          const rights = await organisationRights(api, authorities, { session, bearer }, null, signal);
          return rights.length === 0 ? null : { rights, window: { session, bearer, until } };
        }
        const asked = { path: ['service', 'hpa', 'api', 'delegate', session], with: 'webKey', bearer } as const;
        const { body } = await api.get(asked, shapes.principals, signal);
        if (body.length > PRINCIPALS) throw new UnusableAnswer('too-large');
        const rights = await Promise.all(
          body.map(({ personId, name = null }) => {
            const principal = parsePersonNumber(personId, dateIn('FI', Temporal.Now.instant()), 'FI');
            if (principal.kind === 'none') throw new UnusableAnswer('contradictory');
            const path = ['service', 'hpa', 'api', 'authorization', session, principal.value];
            return rightsBy(
              (theme) => ({ path, with: 'webKey', bearer, ...(theme === null ? {} : { query: { issues: theme } }) }),
              authorities,
              { principal, name },
              signal,
            );
          }),
        );
        return rights.flat().length === 0 ? null : { rights: rights.flat(), window: null };
      }),
  };

  return {
    ...{ name: 'suomi-fi', breaker: guard.breaker, choosing },
    rightsOf: async () => ({ state: 'not-asked' }),
    // Between systems it says whether one may act for another, and lists nobody's mandates.
    list: async (who) => ({ state: who.country === 'FI' ? 'no-lists' : 'not-asked' }),
    async rightsBetween(holder, principal, at, window) {
      const wanted = authorities.filter(({ authority }) => at.includes(authority));
      if (principal.kind === 'fo-nummer' && wanted.length > 0) {
        if (window === null) return { state: 'choose-again' };
        const answer = await guard.ask(async (signal) => {
          const rights = await organisationRights(api, wanted, window, principal, signal);
          return rights.length === 0 ? null : rights;
        });
        // The agency has ended the choice before its time.
        return answer.state === 'not-allowed' ? { state: 'choose-again' } : answer;
      }
      const isAsked = holder.kind === 'personbeteckning' && principal.kind === 'personbeteckning' && wanted.length > 0;
      if (!isAsked) return { state: 'not-asked' };
      const path = ['service', 'rest', 'hpa', 'authorization', options.client.id, holder.value, principal.value];
      return guard.ask(async (signal) => {
        const rights = await rightsBy(
          (theme) => ({ path, with: 'restKey', ...(theme === null ? {} : { query: { issue: theme } }) }),
          wanted,
          { principal, name: null },
          signal,
        );
        return rights.length === 0 ? null : rights;
      });
    },
  };
}
