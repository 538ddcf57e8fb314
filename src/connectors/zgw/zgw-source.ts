import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SourceAnswer, SourceFault } from '../../kernel/source-answer.ts';
import type { AskOptions, CaseSource, FoundCases } from '../../modules/overview/index.ts';
import { jsonOverHttp } from '../json-over-http.ts';
import { type StatusType, shapes, type Zaak } from './answer.ts';
import { itemOf, type ZaakFacts } from './items.ts';
import { type ZgwClient, zgwToken } from './zgw-token.ts';

export type ZgwOptions = {
  readonly id: string;
  readonly name: CaseSource['name'];
  /** Whose cases they are, as it is shown. */
  readonly authority: string;
  /** Where the Zaken API lies, `https://…/zaken/api/v1`; statuses' types may lie anywhere on the same origin. */
  readonly url: string;
  readonly client: ZgwClient;
  readonly numberOf: (scope: Scope, party: PartyId) => Promise<string | null>;
};

const PAGES = 4;
const ZAKEN = 100;
const MOST_BYTES = 1024 * 1024;
const AT_ONCE = 6;
const TYPES_KEPT = 1_000;

/** Why an answer can not be used; thrown within the connector, and caught where the source answers. */
class Unusable extends Error {
  readonly answer: SourceAnswer<FoundCases>;
  constructor(answer: SourceAnswer<FoundCases>) {
    super(answer.state);
    this.answer = answer;
  }
}

/** ZGW Zaken, as consumer: a person's cases with their statuses, in the words that the other side has for citizens. */
export function zgwSource(options: ZgwOptions): CaseSource {
  const { id, name, authority } = options;
  const base = new URL(options.url.endsWith('/') ? options.url : `${options.url}/`);
  /** What a status is called changes seldom; kept when it has been answered, never when it has not. */
  const types = new Map<string, StatusType>();

  function fail(fault: SourceFault): never {
    throw new Unusable({ state: 'failed', source: id, fault, retry: true });
  }

  async function get<T>(asking: Asking, address: string, shape: Shape<T>): Promise<T> {
    const url = URL.canParse(address, base) ? new URL(address, base) : null;
    // An answer does not get to choose whom we send our token to.
    if (url?.origin !== base.origin) return fail('contradictory');
    const { token, signal } = asking;
    const reply = await jsonOverHttp({
      ...{ url, signal, most: MOST_BYTES },
      headers: { authorization: `Bearer ${token}`, 'accept-crs': 'EPSG:4326' },
    });
    if (reply.kind === 'not-allowed') throw new Unusable({ state: 'not-allowed', source: id });
    if (reply.kind === 'fault') return fail(reply.fault);
    return shape.Check(reply.body) ? reply.body : fail('broken');
  }

  async function typeOf(asking: Asking, url: string): Promise<StatusType> {
    const known = types.get(url);
    if (known) return known;
    const type = await get(asking, url, shapes.statusType);
    if (types.size >= TYPES_KEPT) types.clear();
    types.set(url, type);
    return type;
  }

  async function factsOf(asking: Asking, zaak: Zaak): Promise<ZaakFacts> {
    const { results } = await get(asking, `statussen?zaak=${encodeURIComponent(zaak.url)}`, shapes.statussen);
    if (results.some((status) => status.zaak !== zaak.url)) return fail('about-another');
    const inOrder = results.toSorted((one, other) => (one.datumStatusGezet < other.datumStatusGezet ? -1 : 1));
    const statuses = await Promise.all(
      inOrder.map(async (status) => ({ status, type: await typeOf(asking, status.statustype) })),
    );
    return { zaak, statuses };
  }

  async function zakenOf(asking: Asking, number: string) {
    const person = encodeURIComponent(number);
    const zaken: unknown[] = [];
    let next: string | null = `zaken?rol__betrokkeneIdentificatie__natuurlijkPersoon__anpIdentificatie=${person}`;
    for (let page = 0; next !== null && page < PAGES && zaken.length < ZAKEN; page++) {
      const found: { next: string | null; results: unknown[] } = await get(asking, next, shapes.zaken);
      zaken.push(...found.results);
      next = found.next;
    }
    return { zaken: zaken.slice(0, ZAKEN), more: next !== null || zaken.length > ZAKEN };
  }

  /** The list does not say whose the cases are: the roles do, and a case that is nobody's of ours is not believed. */
  async function isTheirs(asking: Asking, number: string): Promise<ReadonlySet<string>> {
    const person = encodeURIComponent(number);
    const path = `rollen?betrokkeneIdentificatie__natuurlijkPersoon__anpIdentificatie=${person}`;
    const { results } = await get(asking, path, shapes.rollen);
    if (results.some((role) => role.betrokkeneIdentificatie.anpIdentificatie !== number)) return fail('about-another');
    return new Set(results.map(({ zaak }) => zaak));
  }

  async function read(scope: Scope, principal: PartyId, { signal }: AskOptions): Promise<SourceAnswer<FoundCases>> {
    const number = await options.numberOf(scope, principal);
    if (number === null) return { state: 'not-asked' };
    const user = scope.actor.kind === 'person' ? scope.actor.party : 'allmanning';
    const asking = { token: zgwToken(options.client, user, Temporal.Now.instant()), signal };
    const [{ zaken, more }, theirs] = await Promise.all([zakenOf(asking, number), isTheirs(asking, number)]);
    if (zaken.length === 0) return { state: 'nothing', asOf: scope.now };
    const good = zaken.filter((zaak): zaak is Zaak => shapes.zaak.Check(zaak));
    if (good.length === 0) return fail('unknown-type');
    if (good.some(({ url }) => !theirs.has(url))) return fail('about-another');
    const facts = await fewAtOnce(good, (zaak) => factsOf(asking, zaak));
    const how = { source: id, authority, language: scope.language };
    return {
      state: 'answered',
      asOf: scope.now,
      value: {
        items: facts.map((one) => itemOf(one, how)),
        more,
        missing: good.length < zaken.length ? [authority] : [],
      },
    };
  }

  return {
    ...{ id, name, kind: 'elsewhere', rank: 100 },
    async cases(scope, principal, ask) {
      try {
        return await read(scope, principal, ask);
      } catch (error) {
        if (error instanceof Unusable) return error.answer;
        if (error instanceof RangeError) return { state: 'failed', source: id, fault: 'broken', retry: true };
        throw error;
      }
    },
  };
}

type Shape<T> = { Check(value: unknown): value is T };
/** One look at one person's cases: a few questions within seconds, by one token. */
type Asking = { readonly token: string; readonly signal: AbortSignal };

async function fewAtOnce<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < things.length; from += AT_ONCE) {
    results.push(...(await Promise.all(things.slice(from, from + AT_ONCE).map(work))));
  }
  return results;
}
