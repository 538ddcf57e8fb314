import { dateIn } from '../../kernel/calendar/format.ts';
import { parseWritten } from '../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Permit, Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Authority } from '../directory/index.ts';
import { ensureNamed, loadOwnParty } from '../identity/index.ts';
import { type AsksCustody, daysToSign, type Filing, markWaiting, type WhoMustSign } from '../services/index.ts';
import { requestSignatures } from '../signing/index.ts';
import { applicationToSign } from './application-to-sign.ts';
import type { Submission } from './submission.ts';
import { zoneOf } from './zone.ts';

export type AsksCosigners = AsksCustody & { readonly secrets: Secrets };

/** What a signing of this module is about: a draft that becomes a case. */
export const APPLICATION = 'application';

export type Asked = {
  readonly submission: Submission;
  readonly filing: Filing;
  readonly authority: Authority;
  readonly signers: WhoMustSign['signers'];
};

/**
 * Asks the others to sign what was sent in, and lets the draft wait for them, in one transaction. Who sent it in has done
 * so with their sign-in, as for any application; the others sign with theirs. The authority is told nothing.
 * @throws Refusal conflict when the draft was changed meanwhile
 */
export async function askCosigners(
  scope: Scope,
  permitted: Permit,
  { secrets }: AsksCosigners,
  { submission, filing, authority, signers }: Asked,
): Promise<void> {
  const { applicant } = submission;
  const parties: PartyId[] = [];
  for (const { number, name } of signers) {
    const identifier = parseWritten(number, dateIn('FI', scope.now));
    if (identifier.kind === 'none') throw new Refusal('unavailable', 'cases.cosign.unreadable');
    parties.push(await ensureNamed(scope, secrets, identifier, { name, language: null }));
  }
  const sender = scope.actor.kind === 'person' ? [scope.actor.party] : [];
  const all = [...new Set([applicant, ...sender, ...parties])];
  const there = scope.reaching(permitted, { parties: all });
  const own = await there.read((tx) => loadOwnParty(tx, applicant));
  const deadline = endOfDay(authority, scope.now, daysToSign(filing.adopted.definition));
  await there.write(async (tx) => {
    const signing = await requestSignatures(there, tx, {
      subject: { kind: APPLICATION, id: submission.draft },
      document: applicationToSign(submission, filing.adopted, authority, own?.name ?? ''),
      signers: parties.map((party) => ({ party })),
      ...{ inOrder: false, concerns: [applicant], deadline },
    });
    const waiting = { state: 'waiting', signing, parties: all, deadline: deadline.toString() } as const;
    await markWaiting(tx, applicant, filing, waiting, scope.now);
    await there.audit(tx, {
      ...{ about: applicant, action: 'service.file', purpose: 'cases.purpose.asked-to-sign', basis: permitted.basis },
      ...{ authority: authority.id, resource: { service: submission.service } },
    });
  });
}

/** The whole of the last day is theirs, on the authority's own clock. */
function endOfDay(authority: Authority, now: Temporal.Instant, days: number): Temporal.Instant {
  return dateIn(authority.country, now)
    .add({ days: days + 1 })
    .toZonedDateTime(zoneOf(authority))
    .toInstant();
}
