import type { JWK } from 'jose';
import type { Identifier, PersonNumber } from '../../kernel/identifiers/identifier.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import type { MandateRegister, RightElsewhere, RightsElsewhere } from '../../modules/mandates/index.ts';
import { type GuardedRegister, guardedRegister, type RegisterAsked, UnusableAnswer } from '../guarded-register.ts';
import { type JsonReply, jsonOverHttp } from '../json-over-http.ts';
import { identityOf, roleOf } from './identity.ts';
import { keyRing } from './keys.ts';
import { type Asked, rightsIn } from './read-contexts.ts';
import { type Context, shapes } from './shapes.ts';
import { isSigned, keyIdOf } from './signature.ts';
import { tokenKeeper } from './token.ts';

export type MinaOmbudOptions = {
  /** Where the service for who takes mandates lies, `https://…/dfm/formedlare/v2`. */
  readonly url: string;
  readonly tokenUrl: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** What we call ourselves there (`X-Service-Name`). */
  readonly service: string;
  /** The authorities here that are third parties there, each by its organisation number. */
  readonly authorities: readonly { readonly authority: AuthorityId; readonly number: string }[];
  readonly told: (asked: RegisterAsked) => void;
};

const MOST_BYTES = 512 * 1024;
const PER_PAGE = 100;
const PAGES = 5;

/**
 * Mina ombud (Bolagsverket), as who takes mandates: what somebody may do at an authority of ours, signed by the register.
 * Asked as a system (`user:any`): what stands must be known also when the person is not there to sign the question.
 */
export function minaOmbud(options: MinaOmbudOptions): MandateRegister & Pick<GuardedRegister, 'breaker'> {
  const { authorities, service, told } = options;
  const base = new URL(options.url.endsWith('/') ? options.url : `${options.url}/`);
  const isFirstVersion = /\/v1\/$/.test(base.pathname);
  const guard = guardedRegister('mina-ombud', told);
  const token = tokenKeeper(options);
  const rings = new Map(authorities.map(({ number }) => [number, keyRing((signal) => keysOf(number, signal))]));

  async function keysOf(number: string, signal: AbortSignal) {
    const url = new URL(`tredjeman/${number}/jwks`, base);
    const body = bodyOf(await jsonOverHttp({ url, headers: {}, signal, most: MOST_BYTES }));
    if (!shapes.keys.Check(body)) throw new UnusableAnswer('broken');
    return body.keys as readonly JWK[]; // `keyOf` looks through each
  }

  async function page(asked: Asked, who: object, number: number, signal: AbortSignal) {
    const reply = await jsonOverHttp({
      ...{ url: new URL('sok/behorigheter', base), signal, most: MOST_BYTES },
      headers: { authorization: `Bearer ${await token.current(signal)}`, 'x-service-name': service },
      body: { tredjeman: asked.thirdParty, ...who, behorigheter: [], page: { page: number, size: PER_PAGE } },
    });
    if (reply.kind === 'not-allowed') token.forget();
    const body = bodyOf(reply);
    if (!shapes.found.Check(body)) throw new UnusableAnswer('broken');
    const contexts = body.kontext ?? body.fullmaktsgivare;
    if (!contexts) throw new UnusableAnswer('broken');
    return { contexts, pages: body.page.totalPages };
  }

  async function verify(context: Context, asked: Asked, signal: AbortSignal): Promise<void> {
    const id = keyIdOf(context);
    const ring = rings.get(asked.thirdParty);
    if (id === null || !ring) throw new UnusableAnswer('forged');
    if (!isSigned(context, await ring(id, signal))) throw new UnusableAnswer('forged');
  }

  async function rightsAt(asked: Asked, principal: Identifier | null, signal: AbortSignal) {
    const who = {
      fullmaktshavare: asked.holder,
      ...(asked.principal && principal
        ? { fullmaktsgivare: { ...asked.principal, ...(isFirstVersion ? { roll: roleOf(principal) } : {}) } }
        : {}),
    };
    const rights: RightElsewhere[] = [];
    for (let number = 0, pages = 1; number < pages; number++) {
      if (number === PAGES) throw new UnusableAnswer('too-large');
      const found = await page(asked, who, number, signal);
      pages = found.pages;
      for (const context of found.contexts) {
        await verify(context, asked, signal);
        rights.push(...rightsIn(context, asked, Temporal.Now.instant()));
      }
    }
    return rights;
  }

  async function ask(of: PersonNumber, over: Identifier | null, at: readonly AuthorityId[]): Promise<RightsElsewhere> {
    const [holder, principal] = [identityOf(of), over && identityOf(over)];
    const wanted = authorities.filter(({ authority }) => at.includes(authority));
    if (!holder || (over && !principal) || wanted.length === 0) return { state: 'not-asked' };
    return guard.ask(async (signal) => {
      const rights = await Promise.all(
        wanted.map(({ authority, number }) =>
          rightsAt({ authority, thirdParty: number, holder, principal }, over, signal),
        ),
      );
      return rights.flat().length === 0 ? null : rights.flat();
    });
  }

  return {
    ...{ name: 'mina-ombud', breaker: guard.breaker },
    rightsOf: (holder) =>
      ask(
        holder,
        null,
        authorities.map(({ authority }) => authority),
      ),
    rightsBetween: (holder, principal, at) => ask(holder, principal, at),
  };
}

/** @throws UnusableAnswer */
function bodyOf(reply: JsonReply): unknown {
  if (reply.kind === 'json') return reply.body;
  throw new UnusableAnswer(reply.kind === 'fault' ? reply.fault : 'not-allowed');
}
