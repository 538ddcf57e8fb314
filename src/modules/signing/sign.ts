import { randomUUID } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { SigningId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { isNumberOf, loadOwnParty, type SignInChecks } from '../identity/index.ts';
import { append } from './append.ts';
import { openDocument } from './document.ts';
import type { ElectronicSignature, SignedAtEid, ToBeSigned } from './electronic-signature.ts';
import { houseSigner } from './keys.ts';
import { asParty, holdSigning, personOf, SIGNING_ASSURANCE } from './own-signing.ts';
import { placeToSign, signerAt, standingAt } from './signing.ts';
import { STATEMENT_TYPE, statementOf, toBeSigned } from './statement.ts';
import { keepAttempt, takeAttempt } from './store/attempts.ts';
import { loadEvents } from './store/events.ts';
import { loadNamesIn, loadSigning } from './store/signings.ts';

export type SignParts = {
  readonly secrets: Secrets;
  /** Null where nobody signs in either: a command without a server. */
  readonly electronicSignature: ElectronicSignature | null;
};

type Attempt = { readonly checks: SignInChecks; readonly asked: ToBeSigned; readonly place: number };

/** How long somebody may take at the e-ID. */
const ATTEMPT_MINUTES = 15;
const REQUEST_TYPE = 'oauth-authz-req+jwt'; // RFC 9101 10.8
const attemptContext = 'signing.attempt';
const tokenContext = (id: SigningId, place: number) => `signing.token:${id}:${place}`;

/**
 * Sends somebody to the e-ID with what they are to sign. What its answer is held against is kept by the server for this
 * person and this session.
 * @throws Refusal not-found | not-allowed | conflict; unavailable when the e-ID does not answer, or does not sign
 */
export async function beginSigning(scope: Scope, parts: SignParts, id: string): Promise<URL> {
  const { own, person } = await asParty(scope, id, 'signing.sign');
  const { session } = personOf(scope);
  const signing = id as SigningId; // found by asParty
  const [kept, events, names] = await own.read((tx) =>
    Promise.all([loadSigning(tx, signing), loadEvents(tx, signing), loadNamesIn(tx, signing)]),
  );
  if (!kept) throw new Refusal('not-found', 'signing.not-found');
  const place = placeToSign(kept.signing, standingAt(kept.signing, events, scope.now), person);
  const who = { place, names, language: scope.language };
  const asked = toBeSigned(kept.signing, openDocument(kept.document), who, randomUUID());

  const { electronicSignature, secrets } = parts;
  if (!electronicSignature) throw new Refusal('unavailable', 'signing.e-id.can-not-sign');
  const sign = await houseSigner(own, secrets);
  const start = await electronicSignature.begin(scope.language, asked, (claims) =>
    sign(REQUEST_TYPE, JSON.stringify(claims)),
  );
  if (start.kind === 'unsupported') throw new Refusal('unavailable', 'signing.e-id.can-not-sign');
  if (start.kind === 'unreachable') throw new Refusal('unavailable', 'signing.e-id.unreachable');
  const attempt: Attempt = { checks: start.checks, asked, place };
  await own.write((tx) =>
    keepAttempt(tx, {
      ...{ party: person, stateHash: secrets.hashToken(start.checks.state), signing, session },
      sealed: secrets.encrypt(JSON.stringify(attempt), attemptContext),
      until: scope.now.add({ minutes: ATTEMPT_MINUTES }),
    }),
  );
  return start.url;
}

export type SigningOutcome = { readonly kind: 'signed' | 'cancelled'; readonly signing: SigningId };

/**
 * Takes the e-ID's answer: kept once, and only when it is this person's signature on exactly what this session asked.
 * @throws Refusal conflict when it is not, or when it is too late by now; not-allowed when somebody else signed, or too
 *   weakly; unavailable when the e-ID failed
 */
export async function finishSigning(scope: Scope, parts: SignParts, callback: URL): Promise<SigningOutcome> {
  const { secrets, electronicSignature } = parts;
  const { party, session } = personOf(scope);
  const permitted = await permit(scope, 'signing.sign', { assurance: SIGNING_ASSURANCE }, party);
  const own = scope.reaching(permitted, { parties: [party] });
  const stateHash = secrets.hashToken(callback.searchParams.get('state') ?? '');
  const taken = await own.write((tx) => takeAttempt(tx, party, stateHash));
  const isOurs = taken?.session === session && Temporal.Instant.compare(scope.now, taken.until) < 0;
  if (!taken || !isOurs || !electronicSignature) throw new Refusal('conflict', 'signing.answer.not-ours');
  const attempt = JSON.parse(secrets.decrypt(taken.sealed, attemptContext)) as Attempt; // sealed by beginSigning alone

  const answer = await electronicSignature.finish(callback, attempt.checks, attempt.asked);
  if (answer.kind === 'cancelled') return { kind: 'cancelled', signing: taken.signing };
  if (answer.kind === 'unreachable') throw new Refusal('unavailable', 'signing.e-id.unreachable');
  if (answer.kind === 'mismatch') throw new Refusal('conflict', 'signing.answer.not-ours', { detail: answer.detail });
  await assertIsThem(own, secrets, answer.signed);
  await keepSignature(scope, secrets, { id: taken.signing, attempt, signed: answer.signed });
  return { kind: 'signed', signing: taken.signing };
}

/** @throws Refusal not-allowed when somebody else signed than who is signed in, or too weakly */
async function assertIsThem(own: Scope, secrets: Secrets, { person }: SignedAtEid): Promise<void> {
  if (person.assurance === 'low') throw new Refusal('not-allowed', 'signing.e-id.too-weak');
  const { party } = personOf(own);
  if (!(await isNumberOf(own, secrets, party, person))) throw new Refusal('not-allowed', 'signing.somebody-else');
}

type Answered = { readonly id: SigningId; readonly attempt: Attempt; readonly signed: SignedAtEid };

/** The statement is signed before the transaction, and kept in the one that shows the signature to everybody. */
async function keepSignature(scope: Scope, secrets: Secrets, { id, attempt, signed }: Answered): Promise<void> {
  const { concerned, own, person } = await asParty(scope, id, 'signing.sign');
  const { basis } = await permit(scope, 'signing.sign', { assurance: SIGNING_ASSURANCE }, person);
  const [kept, names, self] = await own.read((tx) =>
    Promise.all([loadSigning(tx, id), loadNamesIn(tx, id), loadOwnParty(tx, person)]),
  );
  if (!kept || !self) throw new Refusal('not-found', 'signing.not-found');
  const { place, asked } = attempt;
  const { onBehalfOf } = signerAt(kept.signing, place);
  const sign = await houseSigner(own, secrets);
  const statement = statementOf({
    ...{ signing: kept.signing, document: openDocument(kept.document), place, basis, signed, asked },
    ...{ name: self.isProtected ? null : signed.person.name, takenAt: scope.now },
    onBehalfOfName: onBehalfOf && (names.get(onBehalfOf) ?? null),
  });
  const jws = await sign(STATEMENT_TYPE, canonicalJson(statement));
  const sealedToken = secrets.encrypt(signed.token, tokenContext(id, place));
  await concerned.write(async (tx) => {
    const held = await holdSigning(tx, id);
    const turn = placeToSign(held.kept.signing, standingAt(held.kept.signing, held.events, scope.now), person);
    if (turn !== place) throw new Refusal('conflict', 'signing.changed-meanwhile');
    const event = { kind: 'signed', at: scope.now, by: person, place } as const;
    await append(tx, concerned, held.kept, held.events, event, { statement: jws, sealedToken });
    const about = [person, ...(onBehalfOf === null ? [] : [onBehalfOf])];
    await Promise.all(
      about.map((one) =>
        concerned.audit(tx, {
          ...{
            about: one,
            action: 'signing.sign',
            purpose: 'signing.purpose.signed',
            basis,
            resource: { signing: id },
          },
        }),
      ),
    );
  });
}

/** The e-ID's own token, for the person whose number is in it. */
export function openToken(secrets: Secrets, id: SigningId, place: number, sealed: string): string {
  return secrets.decrypt(sealed, tokenContext(id, place));
}
