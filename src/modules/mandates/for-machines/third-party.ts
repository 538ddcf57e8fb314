import type { AuthorityId } from '../../../kernel/ids.ts';

/** The authority as Mina ombud's `tredjeman` has it: ten digits. Its number in this house, since Åland's have no Swedish one. */
export function thirdPartyOf(authority: AuthorityId): string {
  return String(authority).padStart(10, '0');
}
