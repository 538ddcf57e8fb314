import { randomUUID } from 'node:crypto';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SourceAnswer, SourceFault } from '../../kernel/source-answer.ts';
import type { CaseSource, FoundCases } from '../../modules/overview/index.ts';
import { jsonOverHttp } from '../json-over-http.ts';
import { type Answer, answerShape, eventShape, type Kundhandelse } from './answer.ts';
import { itemsOf } from './items.ts';

export type Asker = { readonly scope: Scope; readonly party: PartyId };

export type KundhandelserOptions = {
  readonly id: string;
  readonly name: CaseSource['name'];
  /** Where `kundhandelseFragaSynkron` lies. */
  readonly url: string;
  readonly key: string;
  /** The number of who asks and of whom it concerns; only to be asked with. */
  readonly numberOf: (scope: Scope, party: PartyId) => Promise<string | null>;
  /** Who asks, when that is another than whom it concerns: a scope that reaches their number. */
  readonly askerOf: (scope: Scope) => Promise<Asker>;
};

const LIMIT = 500;
const MOST_BYTES = 2 * 1024 * 1024;

function typOf(number: string): 'Personnummer' | 'Samordningsnummer' | 'Organisationsnummer' {
  if (number.startsWith('16')) return 'Organisationsnummer';
  return Number(number.slice(6, 8)) > 60 ? 'Samordningsnummer' : 'Personnummer';
}

/**
 * Mina ärenden, as consumer: asks a producer or the relay for the customer events of one person, on behalf of whoever is
 * signed in. Who has no Swedish number is not asked about.
 */
export function kundhandelserSource(options: KundhandelserOptions): CaseSource {
  const { id, name } = options;
  const url = new URL('kundhandelseFragaSynkron', options.url.endsWith('/') ? options.url : `${options.url}/`);
  return {
    ...{ id, name, kind: 'elsewhere', rank: 200 },
    async cases(scope, principal, { signal }) {
      const asker = await options.askerOf(scope);
      const kund = await options.numberOf(scope, principal);
      const anvandare = asker.party === principal ? kund : await options.numberOf(asker.scope, asker.party);
      if (!isSwedish(kund) || !isSwedish(anvandare)) return { state: 'not-asked' };
      const reply = await jsonOverHttp({
        ...{ url, signal, most: MOST_BYTES },
        headers: {
          'x-api-key': options.key,
          skv_client_correlation_id: randomUUID(),
          'accept-language': scope.language,
        },
        body: question(kund, anvandare),
      });
      if (reply.kind === 'not-allowed') return { state: 'not-allowed', source: id };
      if (reply.kind === 'fault') return failed(id, reply.fault);
      return read(scope, id, kund, reply);
    },
  };
}

function isSwedish(number: string | null): number is string {
  return number !== null && /^\d{12}$/.test(number);
}

function question(kund: string, anvandare: string) {
  return {
    fraga: {
      parter: [{ kund: { identifierare: kund, typ: typOf(kund) } }],
      behandling: {
        sortering: [{ attribut: 'TIDPUNKT', stigande: false }],
        paginering: { offset: 0, limit: LIMIT },
      },
    },
    anvandare,
  };
}

function failed(source: string, fault: SourceFault): SourceAnswer<FoundCases> {
  return { state: 'failed', source, fault, retry: true };
}

type Reply = { readonly status: number; readonly body: unknown };

function read(scope: Scope, source: string, kund: string, { status, body }: Reply): SourceAnswer<FoundCases> {
  if (!answerShape.Check(body)) return failed(source, 'broken');
  const [row, ...others] = body.kundhandelser;
  if (!row || others.length > 0) return failed(source, 'contradictory');
  if (row.part.kund?.identifierare !== kund) return failed(source, 'about-another');
  const given = row.kundhandelserForPart;
  if (given.length > LIMIT) return failed(source, 'too-large');
  if (row.totaltAntalKundhandelser < given.length) return failed(source, 'contradictory');

  // An event that is not one is left out and said to be missing; the others live.
  const events = given.filter((one): one is Kundhandelse => eventShape.Check(one));
  if (given.length > 0 && events.length === 0) return failed(source, 'unknown-type');
  const strange = events.length === given.length ? [] : given.filter((one) => !eventShape.Check(one)).map(producerIn);
  const missing = [...new Set([...unanswered(body, status), ...strange])];
  if (events.length === 0 && missing.length === 0) return { state: 'nothing', asOf: scope.now };
  return {
    state: 'answered',
    asOf: scope.now,
    value: {
      items: itemsOf(source, events, scope.language),
      more: row.totaltAntalKundhandelser > given.length,
      missing,
    },
  };
}

/** The relay's report of whom it could not ask; 206 without one still says that something is missing. */
function unanswered({ delfragor = [] }: Answer, status: number): string[] {
  const names = delfragor.filter((one) => one.status !== 'OK').map(({ producent }) => producent);
  return status === 206 && names.length === 0 ? ['?'] : names;
}

function producerIn(event: unknown): string {
  const { producent } = (event ?? {}) as { producent?: unknown };
  return typeof producent === 'string' && producent.length <= 200 ? producent : '?';
}
