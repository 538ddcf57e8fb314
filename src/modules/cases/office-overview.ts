import type { AuthorityId, CaseId } from '../../kernel/ids.ts';
import { isRefusal, Refusal } from '../../kernel/refusal.ts';
import { type MakeScope, permit, type Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import type { OverviewItem } from '../overview/index.ts';
import { type CaseKey, type FiledCase, resourceOf } from './filed-case.ts';
import { caseInReach } from './handle.ts';
import { caseSource } from './overview-sources.ts';

/** What an official may need to see a resident's overview for; each is a text that the person reads in their log. */
export const overviewPurposes = ['support', 'check'] as const;
export type OverviewPurpose = (typeof overviewPurposes)[number];

/** What the resident sees now of the cases that the official may read. */
export type OfficeOverview = {
  readonly filed: FiledCase;
  readonly items: readonly OverviewItem[];
  /** Others' that the resident sees beside them: only how many. */
  readonly withheld: number;
  /** There are more than the resident's page shows. */
  readonly more: boolean;
};

/** May the official ask? Shows nothing of the person's yet. @throws Refusal as `officeOverview` */
export async function mayOpenOverview(scope: Scope, key: CaseKey): Promise<FiledCase> {
  const filed = await caseInReach(scope, key);
  await permit(scope, 'case.read', resourceOf(filed));
  return filed;
}

/**
 * The applicant's own overview, asked in their name and shown in their words, for an official who handles one of their
 * cases. That it was seen, and what for, is committed to the person's log before anything is asked; when that fails,
 * nothing is shown.
 * @throws Refusal not-found | not-allowed (a protected identity without that right)
 */
export async function officeOverview(
  scope: Scope,
  makeScope: MakeScope,
  key: CaseKey,
  purpose: OverviewPurpose,
): Promise<OfficeOverview> {
  const filed = await caseInReach(scope, key);
  const { basis } = await permit(scope, 'case.read', resourceOf(filed));
  const { applicant, authority } = filed;
  await scope.write((tx) =>
    scope.audit(tx, {
      ...{ about: applicant, action: 'case.read', purpose: `cases.purpose.overview-${purpose}`, basis, authority },
      resource: { case: filed.case },
    }),
  );
  const theirs = makeScope({
    actor: { kind: 'person', party: applicant, name: '', assurance: 'high', session: 'office' },
    ...{ principal: applicant, room: 'resident', fence: { authorities: [], parties: [applicant] } },
    ...{ language: filed.language, now: scope.now, requestId: scope.requestId },
  });
  const answer = await caseSource.cases(theirs, applicant, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (answer.state !== 'answered' && answer.state !== 'nothing') throw new Refusal('unavailable', 'cases.not-found');
  const found = answer.state === 'answered' ? answer.value : { items: [], more: false };
  const shown = (await Promise.all(found.items.map((item) => forOffice(scope, item)))).filter((item) => item !== null);
  return { filed, items: shown, withheld: found.items.length - shown.length, more: found.more };
}

const PATIENCE_MS = 5_000;

/** With the office's address of it; null when the official may not read the case. */
async function forOffice(scope: Scope, item: OverviewItem): Promise<OverviewItem | null> {
  const [authority, id] = item.id.split('/');
  const key: CaseKey = { authority: Number(authority) as AuthorityId, case: id as CaseId }; // our own source made it
  if (!scope.fence.authorities.includes(key.authority)) return null;
  try {
    const filed = await caseInReach(scope, key);
    const { decision } = await scope.mayAct('case.read', resourceOf(filed));
    if (decision !== 'yes') return null;
    const { slug } = await authorityById(scope, key.authority);
    return { ...item, href: `/handlaggning/${slug}/${key.case}` };
  } catch (error) {
    if (isRefusal(error, 'not-found')) return null;
    throw error;
  }
}
