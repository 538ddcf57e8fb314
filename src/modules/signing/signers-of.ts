import type { Scope } from '../../kernel/scope.ts';
import { findSigning } from './own-signing.ts';
import { loadNamesIn } from './store/signings.ts';

/** Who signs, for the module that asked; `name` is null for a protected identity. */
export type NamedSigner = { readonly name: string | null; readonly signedAt: Temporal.Instant | null };

/**
 * Who has signed and who has not, in their order; the reader is a party to it.
 * @throws Refusal not-found
 */
export async function signersOf(scope: Scope, id: string): Promise<readonly NamedSigner[]> {
  const { kept, events } = await findSigning(scope, id);
  const names = await scope.read((tx) => loadNamesIn(tx, kept.signing.id));
  return kept.signing.signers.map(({ party }, index) => ({
    name: names.get(party) ?? null,
    signedAt: events.find((event) => event.kind === 'signed' && event.place === index + 1)?.at ?? null,
  }));
}
