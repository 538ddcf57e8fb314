import { pipelined } from '../../kernel/database/pipelined.ts';
import type { CaseId } from '../../kernel/ids.ts';
import { type DraftId, isUuid } from '../../kernel/ids.ts';
import { isRefusal, Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { type Authority, authorityBySlug } from '../directory/index.ts';
import { adoptedService, askCustody, draftToFile, fileResource, markFiled } from '../services/index.ts';
import { type AsksCosigners, askCosigners } from './ask-cosigners.ts';
import { caseOfDraft, storeCase, submissionOf } from './submission.ts';

export type FilingPlace = {
  readonly authority: string;
  readonly service: string;
  readonly draft: string;
  /** Of the summary that the person looked at. */
  readonly seq: number;
};

export type Filed =
  | { readonly state: 'filed'; readonly authority: Authority; readonly case: CaseId }
  /** Others must sign it first: it is no case yet, and nobody at the authority knows of it. */
  | { readonly state: 'waiting' }
  /** The page where something is missing; null is the summary, which was looked at before another change. */
  | { readonly state: 'not-ready'; readonly page: string | null };

/**
 * Sends in a draft: checked once more as a whole, then case, first action, the person's list, their log, the event and
 * the emptied draft in one transaction. Two round trips: what is there, and all that is new with its commit; a draft that
 * is changed between them undoes the second. Where others must sign it, they are asked instead.
 * @throws Refusal not-found when the draft is not there, somebody else's or another service's | not-allowed
 */
export async function fileCase(scope: Scope, place: FilingPlace, parts: AsksCosigners): Promise<Filed> {
  const authority = await authorityBySlug(scope, place.authority);
  const adopted = await adoptedService(scope, authority.id, place.service);
  const permitted = await permit(scope, 'service.file', fileResource(adopted));
  const applicant = scope.principal;
  if (applicant === null || !isUuid(place.draft)) throw new Refusal('not-found', 'cases.not-found');
  const id = place.draft as DraftId; // it has just been seen to be a UUID
  const filed = { state: 'filed', authority, case: caseOfDraft(id) } as const;
  const there = scope.reaching(permitted, { authorities: [authority.id] });
  const ready = await there.read((tx) => draftToFile(tx, there, authority, adopted, id, place.seq));
  if (ready.state === 'filed') return filed;
  if (ready.state !== 'ready') return ready;
  const { filing } = ready;
  const found = await askCustody(scope, parts, filing.adopted, filing);
  const custody = found && { children: found.children, asOf: found.asOf };
  const submission = submissionOf(scope, filing, authority, { applicant, basis: permitted.basis, custody });
  try {
    if (found && found.signers.length > 0) {
      await askCosigners(scope, permitted, parts, { submission, filing, authority, signers: found.signers });
      return { state: 'waiting' };
    }
    await there.writeAtOnce((tx) =>
      pipelined([
        storeCase(there, tx, submission, { authority, handler: filing.adopted, signers: [], signed: null }),
        markFiled(tx, applicant, filing, scope.now),
      ]),
    );
    return filed;
  } catch (error) {
    if (isRefusal(error, 'conflict')) {
      // The same draft, sent twice at once: the other one made the case.
      if (error.key === 'cases.already-filed') return filed;
      if (error.key === 'services.draft.busy') return { state: 'not-ready', page: null };
    }
    throw error;
  }
}
