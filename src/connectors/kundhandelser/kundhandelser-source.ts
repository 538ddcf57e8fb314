import { randomUUID } from 'node:crypto';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SourceFault } from '../../kernel/source-answer.ts';
import type { CaseSource } from '../../modules/overview/index.ts';
import { jsonOverHttp } from '../json-over-http.ts';
import { caseOf, hasNumber, itemsOf, numberOfCase } from './items.ts';
import { isSwedish, type Part, partsOfAll, partsOfOne, questionOf } from './question.ts';
import { readAnswer } from './read-answer.ts';

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

const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Mina ärenden, as consumer: asks a producer or the relay for the customer events of one person, on behalf of whoever is
 * signed in. Who has no Swedish number is not asked about.
 */
export function kundhandelserSource(options: KundhandelserOptions): CaseSource {
  const { id, name } = options;
  const url = new URL('kundhandelseFragaSynkron', options.url.endsWith('/') ? options.url : `${options.url}/`);

  /** @returns the events, or why there are none to be used */
  async function ask(scope: Scope, principal: PartyId, partsOf: (kund: string) => Part[], signal: AbortSignal) {
    const asker = await options.askerOf(scope);
    const kund = await options.numberOf(scope, principal);
    const anvandare = asker.party === principal ? kund : await options.numberOf(asker.scope, asker.party);
    if (!isSwedish(kund) || !isSwedish(anvandare)) return { state: 'not-asked' } as const;
    const parts = partsOf(kund);
    const reply = await jsonOverHttp({
      ...{ url, signal, most: MOST_BYTES },
      headers: {
        'x-api-key': options.key,
        skv_client_correlation_id: randomUUID(),
        'accept-language': scope.language,
      },
      body: questionOf(parts, anvandare),
    });
    if (reply.kind === 'not-allowed') return { state: 'not-allowed', source: id } as const;
    if (reply.kind === 'fault') return failed(reply.fault);
    const read = readAnswer(parts, reply, scope.now);
    return typeof read === 'string' ? failed(read) : { state: 'read' as const, ...read };
  }

  function failed(fault: SourceFault) {
    return { state: 'failed', source: id, fault, retry: true } as const;
  }

  return {
    ...{ id, name, kind: 'elsewhere', rank: 200 },
    async cases(scope, principal, { signal }) {
      const read = await ask(scope, principal, partsOfAll, signal);
      if (read.state !== 'read') return read;
      const { events, missing, odd, more } = read;
      if (events.length === 0 && missing.length === 0) return { state: 'nothing', asOf: scope.now };
      const items = itemsOf(id, events, scope.language);
      return { state: 'answered', asOf: scope.now, value: { items, more, missing, odd } };
    },
    async one(scope, principal, caseId, { signal }) {
      const wanted = numberOfCase(caseId);
      if (wanted === null) return { state: 'not-asked' }; // the protocol has no question for one event
      const read = await ask(scope, principal, (kund) => partsOfOne(kund, wanted.number), signal);
      if (read.state !== 'read') return read;
      // What was not asked for tells of another case, whoever's it is; another producer may have the same number.
      if (!read.events.every((event) => hasNumber(event, wanted.number))) return failed('about-another');
      if (read.missing.includes(wanted.producer) || read.missing.includes('?')) return failed('down');
      const [item] = itemsOf(
        id,
        read.events.filter((event) => caseOf(event) === caseId),
        scope.language,
      );
      return item ? { state: 'answered', asOf: scope.now, value: item } : { state: 'nothing', asOf: scope.now };
    },
  };
}
