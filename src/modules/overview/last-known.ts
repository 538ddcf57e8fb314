import type { PartyId } from '../../kernel/ids.ts';
import type { Schedule } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { FoundCases } from './case-source.ts';
import { forgetLastKnown, keepLastKnown, loadLastKnown } from './store/last-known.ts';

export type Known = { readonly found: FoundCases; readonly asOf: Temporal.Instant };

/** What sources elsewhere said before, sealed under the person it is about. */
export type LastKnown = {
  of(scope: Scope, party: PartyId, source: string): Promise<Known | null>;
  /** One statement for all that came to a page. */
  keep(scope: Scope, party: PartyId, known: ReadonlyMap<string, Known>): Promise<void>;
};

export function lastKnownIn(secrets: Pick<Secrets, 'encrypt' | 'decrypt'>): LastKnown {
  const context = (party: PartyId, source: string) => `overview.last-known:${party}:${source}`;
  return {
    async of(scope, party, source) {
      const copy = await scope.read((tx) => loadLastKnown(tx, party, source));
      if (!copy) return null;
      // Sealed by `keep`, and bound to the party and the source.
      const found = JSON.parse(secrets.decrypt(copy.sealed, context(party, source))) as FoundCases;
      return { found, asOf: copy.asOf };
    },
    async keep(scope, party, known) {
      if (known.size === 0) return;
      const copies = [...known].map(([source, { found, asOf }]) => ({
        ...{ source, asOf },
        sealed: secrets.encrypt(JSON.stringify(found), context(party, source)),
      }));
      await scope.writeAtOnce((tx) => keepLastKnown(tx, party, copies));
    },
  };
}

const KEPT_DAYS = 90;

/** What somebody has not asked for in a quarter of a year says too little of today. */
export const forgetLastKnownSchedule: Schedule = {
  name: 'overview.forget-last-known',
  cron: '40 2 * * *',
  run: async (scope) => {
    await scope.write((tx) => forgetLastKnown(tx, scope.now.subtract({ hours: 24 * KEPT_DAYS })));
  },
};
