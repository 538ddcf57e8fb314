import type { Extent } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { DraftId, PartyId, ServiceId } from '../../kernel/ids.ts';
import { isUuid, newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { noteUse, type Permit, permit, type Scope } from '../../kernel/scope.ts';
import type { Authority } from '../directory/index.ts';
import { authoritiesByIds } from '../directory/index.ts';
import { type AdoptedService, fileResource } from './adoption.ts';
import { adoptedService, adoptedServices } from './catalogue.ts';
import { cameBackAt, waitingAt } from './cosigning.ts';
import { publishedDefinition } from './definitions.ts';
import type { Draft } from './draft.ts';
import { type Evaluation, evaluate } from './format/evaluate.ts';
import { wordsOf } from './format/words.ts';
import { inAdoptedVersion } from './move-draft.ts';
import { voiding } from './reopen-draft.ts';
import { deleteDraft, insertDraft, loadDraft, loadOpenDrafts } from './store/drafts.ts';

/** A draft with what it means today. `adopted` carries the definition that the draft was begun with. */
export type OpenDraft = {
  readonly draft: Draft;
  readonly adopted: AdoptedService;
  readonly country: Authority['country'];
  readonly today: string;
  readonly evaluation: Evaluation;
};

/** @throws Refusal not-allowed for who has not signed in, or too weakly for this service */
async function mayFile(
  scope: Scope,
  adopted: AdoptedService,
): Promise<{ readonly party: PartyId; readonly permitted: Permit }> {
  const permitted = await permit(scope, 'service.file', fileResource(adopted));
  if (scope.principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  return { party: scope.principal, permitted };
}

/**
 * Begins to fill in a service.
 * @throws Refusal not-allowed, gone when the authority has closed the service
 */
export async function startDraft(scope: Scope, adopted: AdoptedService): Promise<DraftId> {
  const { party } = await mayFile(scope, adopted);
  if (!adopted.isOpen) throw new Refusal('gone', 'services.service.closed');
  if (adopted.withheld.length > 0) throw new Refusal('unavailable', 'services.service.withheld');
  const { authority, service, version } = adopted;
  const draft: Draft = {
    ...{ id: newId<DraftId>(), party, authority, service, version, seq: 1 },
    ...{
      answers: {},
      typed: {},
      changes: [],
      startedAt: scope.now,
      changedAt: scope.now,
      filedAt: null,
      cosigning: null,
    },
  };
  await scope.write((tx) => insertDraft(tx, draft));
  return draft.id;
}

/**
 * The person's own draft, at the address where it belongs.
 * @throws Refusal not-found alike for another's, another service's and none; gone when it has been sent
 */
export async function openDraft(scope: Scope, authority: Authority, slug: string, id: string): Promise<OpenDraft> {
  const adopted = await adoptedService(scope, authority.id, slug);
  const { party, permitted } = await mayFile(scope, adopted);
  const draft = isUuid(id) ? await scope.read((tx) => loadDraft(tx, party, id as DraftId)) : undefined;
  if (draft?.authority !== authority.id || draft.service !== adopted.service) {
    throw new Refusal('not-found', 'services.draft.unknown');
  }
  if (draft.filedAt) throw new Refusal('gone', 'services.draft.filed');
  await noteUse(scope, permitted, fileResource(adopted), 'mandates.purpose.drafting');
  const load = (version: number) => publishedDefinition(scope, draft.service, version);
  return understood(scope, authority, adopted, await inAdoptedVersion(draft, adopted, load));
}

/** What a draft means by its own version of the definition and by the authority's settings of today. */
export async function understood(
  scope: Scope,
  { country }: Pick<Authority, 'country'>,
  adopted: AdoptedService,
  draft: Draft,
): Promise<OpenDraft> {
  const { definition, sha256 } = await publishedDefinition(scope, draft.service, draft.version);
  const today = dateIn(country, scope.now).toString();
  const evaluation = evaluate(definition, adopted.settings, draft.answers, today);
  return { draft, adopted: { ...adopted, version: draft.version, definition, sha256 }, country, today, evaluation };
}

/** @throws Refusal not-found as `openDraft` */
export async function removeDraft(scope: Scope, authority: Authority, slug: string, id: string): Promise<void> {
  const { draft, adopted } = await openDraft(scope, authority, slug, id);
  await voiding(scope, adopted, draft, (tx) => deleteDraft(tx, draft.party, draft.id).then(() => true));
}

/** One of the person's drafts in a list. */
export type OwnDraft = {
  readonly id: DraftId;
  readonly service: ServiceId;
  readonly title: string;
  readonly authority: Pick<Authority, 'id' | 'name' | 'slug'>;
  readonly href: string;
  readonly changedAt: Temporal.Instant;
  /** Until when others may sign it; null when it waits for nobody. */
  readonly signBy: Temporal.Instant | null;
  /** It waited for others, and is open again. */
  readonly cameBack: boolean;
};

const LISTED = 20;

/** What the person has begun and not sent, at all authorities, the latest first. */
export async function ownDrafts(scope: Scope): Promise<readonly OwnDraft[]> {
  const { principal } = scope;
  if (principal === null) return [];
  const { decision, extent } = await scope.mayAct('service.file', {});
  if (decision !== 'yes') return [];
  const all = await scope.read((tx) => loadOpenDrafts(tx, principal, LISTED));
  const drafts = all.filter((draft) => isWithin(extent, draft));
  const authorities = await authoritiesByIds(
    scope,
    drafts.map(({ authority }) => authority),
  );
  const found = await Promise.all(
    drafts.map(async (draft): Promise<OwnDraft | undefined> => {
      const authority = authorities.get(draft.authority);
      const adopted = (await adoptedServices(scope, draft.authority)).find(({ service }) => service === draft.service);
      if (!authority || !adopted) return undefined;
      const { definition } = await publishedDefinition(scope, draft.service, draft.version);
      return {
        id: draft.id,
        service: draft.service,
        title: wordsOf(definition, adopted.texts, scope.language).of('title'),
        authority,
        href: draftHref(authority.slug, adopted.slug, draft.id),
        changedAt: draft.changedAt,
        signBy: signByOf(draft, scope.now),
        cameBack: cameBackAt(draft.cosigning, scope.now) !== null,
      };
    }),
  );
  return found.filter((one) => one !== undefined);
}

function signByOf({ cosigning }: Draft, now: Temporal.Instant): Temporal.Instant | null {
  const waiting = waitingAt(cosigning, now);
  return waiting && Temporal.Instant.from(waiting.deadline);
}

/** Who may file for another sees those that they may file. */
function isWithin(extent: Extent, { authority, service }: Draft): boolean {
  if (extent === 'whole') return true;
  return extent.some(
    (reach) =>
      reach.kind === 'everything' ||
      (reach.kind === 'authority' && reach.authority === authority) ||
      (reach.kind === 'service' && reach.authority === authority && reach.service === service),
  );
}

/** Where a draft is gone on with. */
export function draftHref(authority: string, service: string, draft: DraftId): string {
  return `/${authority}/tjanster/${service}/ansok/${draft}`;
}
