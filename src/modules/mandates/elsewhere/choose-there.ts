import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { MandateRegisterName } from '../facts.ts';
import type { FollowParts } from '../follow-registers.ts';
import { holderOf, remember } from './find-elsewhere.ts';
import type { ChoiceKind, ChoosingAtRegister } from './mandate-register.ts';

/** What the browser keeps, sealed, until the person is back: it opens for the same person and session alone. */
const MINUTES = 15;
type Kept = { readonly session: string; readonly kind: ChoiceKind; readonly until: number };

function contextOf(scope: Scope): string {
  const { actor } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  return `mandates.choice:${actor.party}:${actor.session}`;
}

/** Whether a register of this house is one where people choose. */
export function canChooseThere({ elsewhere }: FollowParts): boolean {
  return elsewhere.some(({ choosing }) => choosing !== undefined);
}

function registerOf({ elsewhere }: FollowParts): {
  readonly name: MandateRegisterName;
  readonly choosing: ChoosingAtRegister;
} {
  for (const { name, choosing } of elsewhere) if (choosing) return { name, choosing };
  throw new Refusal('not-found', 'mandates.choose.not-connected');
}

/**
 * Sends the person to the register, to choose for whom to act.
 * @returns where to, and what the browser is to bring back
 * @throws Refusal not-found | unavailable
 */
export async function beginChoice(scope: Scope, parts: FollowParts, kind: ChoiceKind, back: string) {
  const { choosing } = registerOf(parts);
  const context = contextOf(scope);
  const holder = await holderOf(scope, parts);
  const begun = holder && (await choosing.begin(holder, kind, back, scope.language));
  if (!begun || begun.state === 'nothing' || begun.state === 'not-asked') {
    throw new Refusal('not-found', 'mandates.choose.not-there');
  }
  if (begun.state !== 'answered') throw new Refusal('unavailable', 'mandates.choose.could-not-ask');
  const kept: Kept = {
    ...{ session: begun.value.session, kind },
    until: scope.now.add({ minutes: MINUTES }).epochMilliseconds,
  };
  return { url: begun.value.url, kept: parts.secrets.encrypt(JSON.stringify(kept), context), seconds: MINUTES * 60 };
}

/**
 * Remembers whom the person has chosen at the register. It gives no right by itself: the register is asked each time.
 * @param kept what the browser has brought back
 * @throws Refusal gone | unavailable | not-allowed when the register lets them act for nobody whom they have chosen
 */
export async function finishChoice(
  scope: Scope,
  parts: FollowParts,
  brought: { readonly kept: string | undefined; readonly code: string; readonly back: string },
): Promise<void> {
  const { name, choosing } = registerOf(parts);
  const begun = keptIn(scope, parts, brought.kept);
  const holder = await holderOf(scope, parts);
  if (begun === null || holder === null) throw new Refusal('gone', 'mandates.choose.choice-gone');
  const answer = await choosing.chosen(begun, brought.code, brought.back);
  if (answer.state === 'nothing') throw new Refusal('not-allowed', 'mandates.choose.nothing-there');
  if (answer.state !== 'answered') throw new Refusal('unavailable', 'mandates.choose.could-not-ask');
  await remember(scope, parts, name, holder, answer.value.rights, answer.value.window);
}

function keptIn(scope: Scope, { secrets }: FollowParts, kept: string | undefined): Kept | null {
  const context = contextOf(scope);
  try {
    const begun = JSON.parse(secrets.decrypt(kept ?? '', context)) as Kept; // sealed by `beginChoice` alone
    return begun.until > scope.now.epochMilliseconds ? begun : null;
  } catch {
    return null;
  }
}
