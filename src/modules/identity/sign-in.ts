import type { Assurance } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import { parsePersonNumber } from '../../kernel/identifiers/parse.ts';
import { newId, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { endSessionsOfTheDead } from './died.ts';
import type { ElectronicId, IdentifiedPerson, SignInChecks } from './electronic-id.ts';
import { ensureParty } from './ensure-party.ts';
import { type AsksRegisters, registeredPerson, takeOver } from './from-register.ts';
import { deviceOf, isAtLeast, type SessionLimits, safePath } from './session.ts';
import { keepAttempt, startSession, takeAttempt } from './store/sessions.ts';

export type SignInParts = AsksRegisters & {
  readonly secrets: Secrets;
  readonly electronicIds: readonly ElectronicId[];
  readonly limits: SessionLimits;
  /** Below this nobody is let in. */
  readonly lowestAssurance: Assurance;
  /** Numbers from the agencies' test ranges; never in production. */
  readonly testPersons: boolean;
};

type Attempt = { readonly eid: string; readonly checks: SignInChecks; readonly till: string };

/** How long somebody may take at the e-ID. */
export const ATTEMPT_MINUTES = 15;
const attemptContext = 'identity.sign-in';

/**
 * Sends somebody to the e-ID. What its answer is held against is kept by the server and handed out once; `token` ties it
 * to this browser.
 * @throws Refusal not-found for an e-ID that we do not have, unavailable when it does not answer
 */
export async function beginSignIn(
  scope: Scope,
  parts: SignInParts,
  wanted: { readonly eid: string; readonly till: string | undefined },
): Promise<{ readonly url: URL; readonly token: string }> {
  const electronicId = parts.electronicIds.find(({ id }) => id === wanted.eid);
  if (!electronicId) throw new Refusal('not-found', 'identity.e-id.not-found');
  const start = await electronicId.begin(scope.language);
  if (start.kind === 'unreachable') throw new Refusal('unavailable', 'identity.e-id.unreachable');
  const { token, hash } = parts.secrets.token();
  const attempt: Attempt = { eid: wanted.eid, checks: start.checks, till: safePath(wanted.till) };
  const sealed = parts.secrets.encrypt(JSON.stringify(attempt), attemptContext);
  await scope.write((tx) => keepAttempt(tx, hash, sealed, scope.now.add({ minutes: ATTEMPT_MINUTES })));
  return { url: start.url, token };
}

export type Answered = {
  /** The whole address that the browser came back to. */
  readonly callback: URL;
  readonly attemptToken: string | undefined;
  readonly sessionToken: string | undefined;
  readonly userAgent: string | undefined;
};

export type SignedIn =
  | { readonly kind: 'signed-in'; readonly token: string; readonly till: string }
  | { readonly kind: 'cancelled'; readonly till: string };

/**
 * Takes the e-ID's answer: a new session with a token of its own, never one that the browser brought.
 * @throws Refusal conflict when the answer is not to this browser's question, or was taken before;
 *   unavailable when the e-ID failed; not-allowed when it is not sure enough, a test person in production, or of somebody
 *   who has died
 */
export async function finishSignIn(scope: Scope, parts: SignInParts, answered: Answered): Promise<SignedIn> {
  const attempt = await takenAttempt(scope, parts.secrets, answered.attemptToken);
  const electronicId = parts.electronicIds.find(({ id }) => id === attempt?.eid);
  if (!attempt || !electronicId) throw new Refusal('conflict', 'identity.sign-in.not-ours');
  const answer = await electronicId.finish(answered.callback, attempt.checks);
  if (answer.kind === 'cancelled') return { kind: 'cancelled', till: attempt.till };
  if (answer.kind === 'unreachable') throw new Refusal('unavailable', 'identity.e-id.unreachable');
  if (answer.kind === 'mismatch') throw new Refusal('conflict', 'identity.sign-in.not-ours');

  const { person } = answer;
  const number = accept(person, parts, dateIn('SE', scope.now));
  const registered = await registeredPerson(scope, parts, number);
  if (registered && registered.diedOn !== null) {
    await endSessionsOfTheDead(scope, parts.secrets, { country: person.country, value: number });
    throw new Refusal('not-allowed', 'identity.sign-in.died');
  }
  const party = await ensureParty(scope, parts.secrets, { ...person, name: registered?.name ?? person.name });
  if (registered) await takeOver(scope, party, registered);
  const token = await openSession(scope, parts, {
    party,
    assurance: person.assurance,
    device: deviceOf(answered.userAgent),
    replaced: answered.sessionToken,
  });
  return { kind: 'signed-in', token, till: attempt.till };
}

export type Opened = {
  readonly party: PartyId;
  readonly assurance: Assurance;
  readonly device: string;
  /** The browser's session until now; it ends. */
  readonly replaced?: string | undefined;
};

/**
 * A session for somebody whose identity has just been shown: by the e-ID, or (tests, benches) by who set them up.
 * @returns its token, for the cookie and nowhere else
 */
export async function openSession(
  scope: Scope,
  { secrets, limits }: Pick<SignInParts, 'secrets' | 'limits'>,
  opened: Opened,
): Promise<string> {
  const { token, hash } = secrets.token();
  await scope.write((tx) =>
    startSession(tx, {
      hash,
      session: newId(),
      party: opened.party,
      assurance: opened.assurance,
      device: opened.device,
      at: scope.now,
      until: scope.now.add({ hours: limits.absoluteHours }),
      replaced: opened.replaced === undefined ? null : secrets.hashToken(opened.replaced),
    }),
  );
  return token;
}

function accept(person: IdentifiedPerson, parts: SignInParts, today: Temporal.PlainDate): string {
  if (!isAtLeast(person.assurance, parts.lowestAssurance)) {
    throw new Refusal('not-allowed', 'identity.sign-in.too-weak');
  }
  const number = parsePersonNumber(person.number, today, person.country);
  if (number.kind === 'none') throw new Refusal('invalid', 'identity.number.invalid');
  if (number.isTest && !parts.testPersons) throw new Refusal('not-allowed', 'identity.sign-in.test-person');
  return number.value;
}

async function takenAttempt(scope: Scope, secrets: Secrets, token: string | undefined): Promise<Attempt | null> {
  if (token === undefined) return null;
  const sealed = await scope.write((tx) => takeAttempt(tx, secrets.hashToken(token), scope.now));
  if (sealed === null) return null;
  return JSON.parse(secrets.decrypt(sealed, attemptContext)) as Attempt; // sealed by beginSignIn alone
}
