import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { AskOptions, CaseSource, FoundCases, OverviewItem } from '../../modules/overview/index.ts';
import { shapes, type Zaak } from './answer.ts';
import { type Asking, Unusable, zgwApi } from './api.ts';
import { itemOf, misdated } from './items.ts';
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
  /** Milliseconds to wait for what types are called. */
  readonly namesPatience?: number;
};

const AT_ONCE = 6;
/** Of the cases that one belongs with, so many are looked up. */
const RELATED = 5;

type Asker = { readonly number: string; readonly asking: Asking };

/** ZGW Zaken, as consumer: a person's cases with their statuses, in the words that the other side has for citizens. */
export function zgwSource(options: ZgwOptions): CaseSource {
  const { id, name, authority } = options;
  const api = zgwApi(id, options.url, options.namesPatience);
  const how = (scope: Scope) => ({ source: id, authority, language: scope.language });

  async function askerOf(scope: Scope, principal: PartyId, { signal }: AskOptions): Promise<Asker | null> {
    const number = await options.numberOf(scope, principal);
    if (number === null) return null;
    const user = scope.actor.kind === 'person' ? scope.actor.party : 'allmanning';
    return { number, asking: { token: zgwToken(options.client, user, Temporal.Now.instant()), signal } };
  }

  /** The list does not say whose the cases are: the roles do, and a case that is nobody's of ours is not believed. */
  async function list(scope: Scope, { number, asking }: Asker): Promise<SourceAnswer<FoundCases>> {
    const [{ zaken, more }, theirs] = await Promise.all([api.zakenOf(asking, number), api.theirs(asking, number)]);
    if (zaken.length === 0) return { state: 'nothing', asOf: scope.now };
    const good = zaken.filter((zaak): zaak is Zaak => shapes.zaak.Check(zaak));
    if (good.length === 0) return api.fail('unknown-type');
    if (good.some(({ url }) => !theirs.has(url))) return api.fail('about-another');
    const [names, read] = await Promise.all([
      api.typeNamesOf(asking, good),
      fewAtOnce(good, async (zaak) => ({ zaak, statuses: await api.statusesOf(asking, zaak) })),
    ]);
    const dated = read.map((facts) => ({ ...facts, fault: misdated(facts, scope.now) }));
    const items = dated
      .filter(({ fault }) => fault === null)
      .map(({ zaak, statuses }) =>
        itemOf(
          { zaak, statuses, typeName: names.get(zaak.zaaktype) ?? null, related: numbersOf(zaak, good) },
          how(scope),
        ),
      );
    const odd = [
      ...dated.flatMap(({ fault }) => fault ?? []),
      ...(good.length < zaken.length ? (['unknown-type'] as const) : []),
    ];
    const [first] = odd;
    if (items.length === 0 && first) return api.fail(first);
    // A case that can not be used is left out and said to be missing; the others live.
    return {
      state: 'answered',
      asOf: scope.now,
      value: { items, more, missing: odd.length > 0 ? [authority] : [], odd },
    };
  }

  async function one(scope: Scope, { number, asking }: Asker, uuid: string): Promise<SourceAnswer<OverviewItem>> {
    const [zaak, theirs] = await Promise.all([
      api.zaak(asking, `zaken/${encodeURIComponent(uuid)}`),
      api.theirs(asking, number),
    ]);
    if (zaak.uuid !== uuid || !theirs.has(zaak.url)) return api.fail('about-another');
    const [statuses, names, documents, roles, others] = await Promise.all([
      api.statusesOf(asking, zaak),
      api.typeNamesOf(asking, [zaak]),
      api.documentsOf(asking, zaak),
      api.rolesOf(asking, zaak),
      // Of what it belongs with, that which is theirs too.
      Promise.all(
        namedBy(zaak)
          .filter((url) => theirs.has(url))
          .slice(0, RELATED)
          .map((url) => api.zaak(asking, url)),
      ),
    ]);
    const fault = misdated({ zaak, statuses }, scope.now);
    if (fault) return api.fail(fault);
    const typeName = names.get(zaak.zaaktype) ?? null;
    const facts = { zaak, statuses, typeName, documents, roles, number, related: numbersOf(zaak, others) };
    return { state: 'answered', asOf: scope.now, value: itemOf(facts, how(scope)) };
  }

  async function answered<T>(
    scope: Scope,
    principal: PartyId,
    ask: AskOptions,
    read: (asker: Asker) => Promise<SourceAnswer<T>>,
  ): Promise<SourceAnswer<T>> {
    try {
      const asker = await askerOf(scope, principal, ask);
      return asker === null ? { state: 'not-asked' } : await read(asker);
    } catch (error) {
      if (error instanceof Unusable) return error.answer;
      if (error instanceof RangeError) return { state: 'failed', source: id, fault: 'broken', retry: true };
      throw error;
    }
  }

  return {
    ...{ id, name, kind: 'elsewhere', rank: 100 },
    cases: (scope, principal, ask) => answered(scope, principal, ask, (asker) => list(scope, asker)),
    one: (scope, principal, uuid, ask) => answered(scope, principal, ask, (asker) => one(scope, asker, uuid)),
  };
}

/** The cases that a case says it belongs with, by their addresses. */
function namedBy({ hoofdzaak, deelzaken }: Zaak): readonly string[] {
  return [...(hoofdzaak ? [hoofdzaak] : []), ...(deelzaken ?? [])];
}

/** Of those that are the person's own too, what people call them. */
function numbersOf(zaak: Zaak, own: readonly Zaak[]): readonly string[] {
  const named = new Set(namedBy(zaak));
  return own.filter(({ url }) => named.has(url)).map(({ identificatie, uuid }) => identificatie ?? uuid);
}

async function fewAtOnce<T, R>(things: readonly T[], work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < things.length; from += AT_ONCE) {
    results.push(...(await Promise.all(things.slice(from, from + AT_ONCE).map(work))));
  }
  return results;
}
