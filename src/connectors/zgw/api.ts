import type { SourceAnswer, SourceFault } from '../../kernel/source-answer.ts';
import { jsonOverHttp } from '../json-over-http.ts';
import { type Document, type Role, type StatusType, shapes, type Zaak } from './answer.ts';
import type { StatusFacts } from './items.ts';
import { typeNames } from './type-names.ts';

/** Why an answer can not be used; thrown within the connector, and caught where the source answers. */
export class Unusable extends Error {
  readonly answer: Extract<SourceAnswer<never>, { state: 'not-allowed' | 'failed' }>;
  constructor(answer: Unusable['answer']) {
    super(answer.state);
    this.answer = answer;
  }
}

type Shape<T> = { Check(value: unknown): value is T };
/** One look at one person's cases: a few questions within seconds, by one token. */
export type Asking = { readonly token: string; readonly signal: AbortSignal };

export type ZgwApi = {
  fail(fault: SourceFault): never;
  zaak(asking: Asking, address: string): Promise<Zaak>;
  /** @returns the first pages, and whether there are more */
  zakenOf(asking: Asking, number: string): Promise<{ readonly zaken: readonly unknown[]; readonly more: boolean }>;
  /** The addresses of the cases in which a person has a role. */
  theirs(asking: Asking, number: string): Promise<ReadonlySet<string>>;
  /** What their types are called in the catalogue, by the types' addresses; what it does not tell is left out. */
  typeNamesOf(asking: Asking, zaken: readonly Zaak[]): Promise<ReadonlyMap<string, string>>;
  /** The latest last, with what they are called. */
  statusesOf(asking: Asking, zaak: Zaak): Promise<StatusFacts[]>;
  documentsOf(asking: Asking, zaak: Zaak): Promise<readonly Document[]>;
  rolesOf(asking: Asking, zaak: Zaak): Promise<readonly Role[]>;
};

const PAGES = 4;
const ZAKEN = 100;
const MOST_BYTES = 1024 * 1024;
const TYPES_KEPT = 1_000;
const personKey = 'betrokkeneIdentificatie__natuurlijkPersoon__anpIdentificatie';

/** The questions of ZGW Zaken that we ask, each answer held against our subset. */
export function zgwApi(source: string, url: string, namesPatience?: number): ZgwApi {
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  /** What a status is called changes seldom; kept when it has been answered, never when it has not. */
  const types = new Map<string, StatusType>();
  const names = typeNames(async (address, { signal, token }) => {
    const { omschrijving } = await get({ token, signal }, address, shapes.zaakType);
    return omschrijving;
  }, namesPatience);

  function fail(fault: SourceFault): never {
    throw new Unusable({ state: 'failed', source, fault, retry: true });
  }

  async function get<T>({ token, signal }: Asking, address: string, shape: Shape<T>): Promise<T> {
    const at = URL.parse(address, base);
    // An answer does not get to choose whom we send our token to.
    if (at?.origin !== base.origin) return fail('contradictory');
    const reply = await jsonOverHttp({
      ...{ url: at, signal, most: MOST_BYTES },
      headers: { authorization: `Bearer ${token}`, 'accept-crs': 'EPSG:4326' },
    });
    if (reply.kind === 'not-allowed') throw new Unusable({ state: 'not-allowed', source });
    if (reply.kind === 'fault') return fail(reply.fault);
    return shape.Check(reply.body) ? reply.body : fail('broken');
  }

  async function typeOf(asking: Asking, address: string): Promise<StatusType> {
    const known = types.get(address);
    if (known) return known;
    const type = await get(asking, address, shapes.statusType);
    if (types.size >= TYPES_KEPT) types.clear();
    types.set(address, type);
    return type;
  }

  const of = (zaak: Zaak) => `zaak=${encodeURIComponent(zaak.url)}`;
  function aboutIt<T extends { readonly zaak: string }>(zaak: Zaak, found: readonly T[]): readonly T[] {
    return found.some((one) => one.zaak !== zaak.url) ? fail('about-another') : found;
  }

  return {
    fail,
    typeNamesOf: ({ token }, zaken) =>
      names(
        zaken.map(({ zaaktype }) => zaaktype),
        token,
      ),
    zaak: (asking, address) => get(asking, address, shapes.zaak),
    async zakenOf(asking, number) {
      const zaken: unknown[] = [];
      let next: string | null = `zaken?rol__${personKey}=${encodeURIComponent(number)}`;
      for (let page = 0; next !== null && page < PAGES && zaken.length < ZAKEN; page++) {
        const found: { next: string | null; results: unknown[] } = await get(asking, next, shapes.zaken);
        zaken.push(...found.results);
        next = found.next;
      }
      return { zaken: zaken.slice(0, ZAKEN), more: next !== null || zaken.length > ZAKEN };
    },
    async theirs(asking, number) {
      const { results } = await get(asking, `rollen?${personKey}=${encodeURIComponent(number)}`, shapes.rollen);
      if (results.some((role) => role.betrokkeneIdentificatie.anpIdentificatie !== number)) fail('about-another');
      return new Set(results.map(({ zaak }) => zaak));
    },
    async statusesOf(asking, zaak) {
      const { results } = await get(asking, `statussen?${of(zaak)}`, shapes.statussen);
      const inOrder = aboutIt(zaak, results).toSorted((a, b) => (a.datumStatusGezet < b.datumStatusGezet ? -1 : 1));
      return Promise.all(inOrder.map(async (status) => ({ status, type: await typeOf(asking, status.statustype) })));
    },
    documentsOf: async (asking, zaak) =>
      aboutIt(zaak, await get(asking, `zaakinformatieobjecten?${of(zaak)}`, shapes.documents)),
    rolesOf: async (asking, zaak) => aboutIt(zaak, (await get(asking, `rollen?${of(zaak)}`, shapes.rollen)).results),
  };
}
