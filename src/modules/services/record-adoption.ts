import { Refusal } from '../../kernel/refusal.ts';
import type { Permit, Scope } from '../../kernel/scope.ts';
import type { Adoption } from './adoption.ts';
import { editsBetween } from './adoption-history.ts';
import { forgetCatalogue } from './catalogue.ts';
import { insertAdoptionEvent, updateAdoption } from './store/adoptions.ts';

/**
 * Keeps what an authority has made of a service, and beside it who changed what; nothing when nothing differs.
 * @throws Refusal conflict when somebody else has changed it since `before` was read
 */
export async function recordAdoption(
  scope: Scope,
  permission: Permit,
  before: Adoption,
  after: Adoption,
): Promise<void> {
  const edits = editsBetween(before, after);
  if (edits.length === 0) return;
  const { actor, now: at } = scope;
  const who = actor.kind === 'official' ? actor : { party: null, name: actor.kind === 'system' ? actor.name : '' };
  const event = {
    revision: before.revision + 1,
    at,
    actor: { party: who.party, name: who.name },
    basis: permission.basis,
    edits,
  };
  await scope.reaching(permission, { authorities: [before.authority] }).write(async (tx) => {
    if (!(await updateAdoption(tx, after))) throw new Refusal('conflict', 'services.adoption.changed-meanwhile');
    await insertAdoptionEvent(tx, before, event);
  });
  forgetCatalogue(before.authority);
}
