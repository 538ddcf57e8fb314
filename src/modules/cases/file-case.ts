import { canonicalSha256 } from '../../kernel/canonical-json.ts';
import { pipelined } from '../../kernel/database/pipelined.ts';
import { type CaseId, type DraftId, derivedId, isUuid, type PartyId } from '../../kernel/ids.ts';
import { isRefusal, Refusal } from '../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../kernel/scope.ts';
import { type Authority, authorityBySlug } from '../directory/index.ts';
import { adoptedService, draftToFile, type Filing, fileResource, markFiled } from '../services/index.ts';
import type { CaseAction } from './action.ts';
import { diaryPrefix } from './diary.ts';
import { insertFiledCase, type NewCase } from './store/case.ts';
import { whoActs } from './who-acts.ts';
import { dayAt } from './zone.ts';

export type FilingPlace = {
  readonly authority: string;
  readonly service: string;
  readonly draft: string;
  /** Of the summary that the person looked at. */
  readonly seq: number;
};

export type Filed =
  | { readonly state: 'filed'; readonly authority: Authority; readonly case: CaseId }
  /** The page where something is missing; null is the summary, which was looked at before another change. */
  | { readonly state: 'not-ready'; readonly page: string | null };

/** A draft becomes one case, however often it is sent. */
export function caseOfDraft(draft: DraftId): CaseId {
  return derivedId<CaseId>('cases.case', draft);
}

/**
 * Sends in a draft: checked once more as a whole, then case, first action, the person's list, their log, the event and
 * the emptied draft in one transaction. Two round trips: what is there, and all that is new with its commit; a draft that
 * is changed between them undoes the second.
 * @throws Refusal not-found when the draft is not there, somebody else's or another service's | not-allowed
 */
export async function fileCase(scope: Scope, place: FilingPlace): Promise<Filed> {
  const authority = await authorityBySlug(scope, place.authority);
  const adopted = await adoptedService(scope, authority.id, place.service);
  const permitted = await permit(scope, 'service.file', fileResource(adopted));
  const party = scope.principal;
  if (party === null || !isUuid(place.draft)) throw new Refusal('not-found', 'cases.not-found');
  const id = place.draft as DraftId; // it has just been seen to be a UUID
  const filed = { state: 'filed', authority, case: caseOfDraft(id) } as const;
  const there = scope.reaching(permitted, { authorities: [authority.id] });
  const ready = await there.read((tx) => draftToFile(tx, there, authority, adopted, id, place.seq));
  if (ready.state === 'not-ready') return ready;
  if (ready.state === 'filed') return filed;
  try {
    await store(there, permitted, ready.filing, { authority, party, case: filed.case });
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

async function store(
  scope: Scope,
  permitted: Permit,
  filing: Filing,
  { authority, party, case: id }: { readonly authority: Authority; readonly party: PartyId; readonly case: CaseId },
): Promise<void> {
  const { adopted, answers } = filing;
  const { now } = scope;
  const today = dayAt(authority, now);
  const dueOn = today.add({ days: filing.replyDays });
  const first: CaseAction = {
    seq: 1,
    at: now,
    by: whoActs(scope, party),
    basis: permitted.basis,
    transaction: filing.draft,
    to: [party],
    act: { kind: 'filed', dueOn: dueOn.toString() },
  };
  const filed: NewCase = {
    authority: authority.id,
    case: id,
    service: adopted.service,
    version: adopted.version,
    definitionSha256: adopted.sha256,
    task: filing.task,
    unitAuthority: adopted.unitAuthority,
    unit: adopted.unit,
    applicant: party,
    parties: [party],
    language: scope.language,
    filedAt: now,
    dueOn,
    answers,
    answersSha256: canonicalSha256(answers),
    settings: adopted.settings,
    diaryPrefix: diaryPrefix(authority.slug),
    diaryYear: today.year,
  };
  await scope.writeAtOnce((tx) =>
    pipelined([
      insertFiledCase(tx, filed, first),
      markFiled(tx, party, filing, now),
      scope.audit(tx, {
        about: party,
        action: 'service.file',
        purpose: 'cases.purpose.filed',
        basis: permitted.basis,
        authority: authority.id,
        resource: { case: id, service: adopted.service },
      }),
      scope.publish(tx, {
        kind: 'case.filed',
        authorities: [authority.id],
        parties: [party],
        authority: authority.id,
        case: id,
        seq: first.seq,
      }),
    ]),
  );
}
