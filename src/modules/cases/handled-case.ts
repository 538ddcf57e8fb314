import type { Scope } from '../../kernel/scope.ts';
import { permit } from '../../kernel/scope.ts';
import { type Authority, authorityById } from '../directory/index.ts';
import { type Delivery, deliveryOf } from '../mailbox/index.ts';
import { type ReadableSection, readable } from '../services/index.ts';
import type { CaseAction, Official } from './action.ts';
import { type CaseState, caseFrom } from './case.ts';
import { colleaguesOf } from './colleagues.ts';
import { messageOf } from './deliver-letters.ts';
import { type CaseKey, type FiledCase, resourceOf } from './filed-case.ts';
import { caseInReach, officialOf } from './handle.ts';
import { withNamesForOffice } from './representative-names.ts';
import { eraseOn } from './retention.ts';
import { type FiledService, serviceOf } from './service-of.ts';
import { type Signatures, signaturesForOffice } from './signatures.ts';
import { listActions } from './store/action.ts';
import { loadProtectedName } from './store/protection.ts';
import { dayAt } from './zone.ts';

/** A case on an official's desk. */
export type HandledCase = {
  readonly filed: FiledCase;
  readonly state: CaseState;
  readonly actions: readonly CaseAction[];
  readonly authority: Authority;
  readonly service: FiledService;
  readonly answers: readonly ReadableSection[];
  /** Who signed it beside who sent it in; null where nobody else had to. */
  readonly signatures: Signatures | null;
  /** Null only when identity has none. */
  readonly applicant: string | null;
  readonly colleagues: readonly Official[];
  readonly me: Official;
  /** The official is a party: they may not handle it, and do not see the office's notes. */
  readonly ownMatter: boolean;
  readonly today: Temporal.PlainDate;
  /** Whether the applicant has the decision, and has opened it; null before. */
  readonly decisionDelivery: Delivery | null;
  /** Until when it would be kept, were it closed today. */
  readonly wouldEraseOn: Temporal.PlainDate;
};

/**
 * Opens a case for an official. That they looked is committed to the person's log before anything is shown; when that
 * fails, nothing is.
 * @throws Refusal not-found | not-allowed (a protected identity without that right)
 */
export async function openHandledCase(scope: Scope, key: CaseKey): Promise<HandledCase> {
  const filed = await caseInReach(scope, key);
  const permitted = await permit(scope, 'case.read', resourceOf(filed));
  await scope.write(async (tx) => {
    await Promise.all(
      filed.parties.map((about) =>
        scope.audit(tx, {
          about,
          action: 'case.read',
          purpose: 'cases.purpose.handling',
          basis: permitted.basis,
          authority: filed.authority,
          resource: { case: filed.case },
        }),
      ),
    );
  });
  return read(scope, filed);
}

async function read(scope: Scope, filed: FiledCase): Promise<HandledCase> {
  const [actions, authority, service, applicant, colleagues] = await Promise.all([
    scope.read((tx) => listActions(tx, filed)).then((all) => withNamesForOffice(scope, filed, all)),
    authorityById(scope, filed.authority),
    serviceOf(scope, filed, scope.language),
    nameOf(scope, filed),
    colleaguesOf(scope, filed),
  ]);
  const me = officialOf(scope);
  const ownMatter = filed.parties.includes(me.party);
  const state = caseFrom(actions);
  const today = dayAt(authority, scope.now);
  const decidedBy = actions.findLast(({ act }) => act.kind === 'decided');
  const decisionDelivery = decidedBy
    ? await deliveryOf(scope, {
        authority: filed.authority,
        party: filed.applicant,
        message: messageOf(filed, decidedBy.seq, filed.applicant),
      })
    : null;
  const decided = state.decision ? Temporal.PlainDate.from(state.decision.decidedOn) : today;
  return {
    filed,
    state,
    actions: ownMatter ? actions.filter(({ to }) => to.includes(me.party)) : actions,
    authority,
    service,
    signatures: await signaturesForOffice(scope, filed, actions),
    answers: readable(service.definition, filed.answers, { words: service.words, country: authority.country }),
    applicant,
    colleagues,
    me,
    ownMatter,
    today,
    decisionDelivery,
    wouldEraseOn: eraseOn(service.retention, { decided, closed: today }),
  };
}

/** A protected name is only with identity; that the official has the right to it has been asked with the case. */
async function nameOf(scope: Scope, filed: FiledCase): Promise<string | null> {
  return filed.protected ? scope.read((tx) => loadProtectedName(tx, filed)) : filed.applicantName;
}
