import { dateIn } from '../../kernel/calendar/format.ts';
import { dayText } from '../../kernel/html/index.ts';
import { derivedId, type MessageId, type PartyId } from '../../kernel/ids.ts';
import { type EventOf, on, type Subscription } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Language } from '../../kernel/texts.ts';
import { authorityById, operatorAuthority } from '../directory/index.ts';
import { loadOwnParty } from '../identity/index.ts';
import { deliver } from '../mailbox/index.ts';
import { adoptedServices, publishedDefinition, wordsOf } from '../services/index.ts';
import type { EvidenceParts } from '../signing/index.ts';
import { cosignTexts } from './cosign-texts/index.ts';
import { fileSigned, reopen, type SignedFor, type SigningKind, signedFor } from './take-in-signatures.ts';

/** Which letter; what is filed has its own receipt. */
type Letter = 'asked' | 'refused' | 'expired' | 'expired-signer' | 'withdrawn-signer';

/** Who is told of what. Nobody is told of what they have just done themselves. */
function toldOf({ submission, now }: SignedFor, kind: SigningKind): readonly { party: PartyId; letter: Letter }[] {
  const signers = now.signing.signers.map(({ party }) => party);
  const to = (parties: readonly PartyId[], letter: Letter) => parties.map((party) => ({ party, letter }));
  switch (kind) {
    case 'signing.requested':
      return to(signers, 'asked');
    case 'signing.refused':
      return to([submission.applicant], 'refused');
    case 'signing.expired':
      return [...to([submission.applicant], 'expired'), ...to(signers, 'expired-signer')];
    case 'signing.withdrawn':
      return to(signers, 'withdrawn-signer');
    case 'signing.completed': // of what has been changed meanwhile
      return to(signers, 'withdrawn-signer');
  }
}

/** The letters come from the house and not from the authority, which knows nothing of the application yet. */
async function tell(scope: Scope, parts: EvidenceParts, event: EventOf<SigningKind>): Promise<void> {
  const found = await signedFor(scope, parts, event);
  if (!found) return;
  const { submission, now, there } = found;
  const [authority, own, adopted, { definition }] = await Promise.all([
    authorityById(there, submission.authority),
    there.read((tx) => loadOwnParty(tx, submission.applicant)),
    adoptedServices(there, submission.authority),
    publishedDefinition(there, submission.service, submission.version),
  ]);
  const overlay = adopted.find(({ service }) => service === submission.service)?.texts ?? {};
  const refused = now.events.find((one) => one.kind === 'refused');
  for (const { party, letter } of toldOf(found, event.kind)) {
    const language: Language = (await there.read((tx) => loadOwnParty(tx, party)))?.language ?? submission.language;
    const t = cosignTexts[language].letters[letter];
    const service = wordsOf(definition, overlay, language).of('title');
    await deliver(there, {
      message: derivedId<MessageId>('cases.cosign', event.signing, letter, party),
      ...{ party, authority: operatorAuthority, kind: 'information', language },
      subject: t.subject(service).slice(0, 200),
      body: t.body({
        applicant: own && !own.isProtected ? own.name : cosignTexts[language].signatures.protectedPerson,
        ...{ service, authority: authority.name },
        by: dayText(dateIn(authority.country, now.signing.deadline.subtract({ seconds: 1 })), language),
        reason: refused?.reason ?? '',
      }),
    });
  }
}

/** What follows when somebody has been asked to sign an application, has signed it, or will not. */
export function cosignSubscriptions(parts: EvidenceParts): readonly Subscription[] {
  async function back(scope: Scope, event: EventOf<'signing.refused' | 'signing.withdrawn' | 'signing.expired'>) {
    await reopen(scope, parts, event);
    await tell(scope, parts, event);
  }
  return [
    on('signing.completed', 'cases.file-signed', async (scope, event) => {
      if ((await fileSigned(scope, parts, event)) === 'void') await tell(scope, parts, event);
    }),
    on('signing.requested', 'cases.tell-asked', (scope, event) => tell(scope, parts, event)),
    on('signing.refused', 'cases.reopen-refused', back),
    on('signing.withdrawn', 'cases.reopen-withdrawn', back),
    on('signing.expired', 'cases.reopen-expired', back),
  ];
}
