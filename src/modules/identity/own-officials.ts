import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { officialNames } from './names.ts';
import { loadAssignments } from './store/roles.ts';

type OwnOfficial = { readonly party: PartyId; readonly name: string; readonly tasks: readonly Task[] };

/**
 * The case officers whom an authority employs itself, with what they do; for its administrator. A protected identity is
 * not among them.
 * @throws Refusal not-allowed
 */
export async function ownOfficials(scope: Scope, authority: AuthorityId): Promise<readonly OwnOfficial[]> {
  await permit(scope, 'authority.administer', { authority });
  const held = (await scope.read((tx) => loadAssignments(tx, authority))).filter(({ role }) => role === 'case-officer');
  const names = await officialNames(scope, authority, [...new Set(held.map(({ party }) => party))]);
  const { compare } = new Intl.Collator('sv');
  return [...names]
    .flatMap(([party, { name }]) => {
      const tasks = new Set(held.filter((one) => one.party === party).flatMap((one) => one.tasks));
      return name === null ? [] : [{ party, name, tasks: [...tasks] }];
    })
    .sort((a, b) => compare(a.name, b.name));
}
