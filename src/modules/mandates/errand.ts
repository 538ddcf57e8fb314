import { dateIn } from '../../kernel/calendar/format.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { mandateIdIn, ownMandate } from './change-mandate.ts';
import { subjectsFor, type Typed } from './form.ts';
import { type Errand, type ErrandKind, errandKinds, type FormModel } from './form-model.ts';
import type { Mandate } from './mandate.ts';
import { includes } from './reach.ts';
import { type OrganisationParts, ownOrganisations, type SignedFor } from './signed-for.ts';
import type { MandateSubjects, Subject, Template } from './subjects.ts';
import { lastDay, usualDays } from './terms.ts';

const paths = { change: 'andra', renew: 'fornya', 'pass-on': 'ge-vidare', ask: 'be-om', give: 'ge' } as const;

/** The query that leads to it. */
export function errandQuery({ kind, of, organisation }: Partial<Errand> & Pick<Errand, 'kind'>): string {
  const parts = [
    ...(kind === 'give' ? [] : [`gor=${paths[kind]}`]),
    ...(of ? [`fullmakt=${of}`] : []),
    ...(organisation ? [`for=${organisation}`] : []),
  ];
  return parts.join('&');
}

/** @param from a query or a form's fields, whatever they are */
export function errandIn(from: Readonly<Record<string, unknown>>): Errand {
  const kind = errandKinds.find((one) => paths[one] === from.gor) ?? 'give';
  const builds = kind === 'change' || kind === 'renew' || kind === 'pass-on';
  const { for: organisation, fullmakt } = from;
  return {
    kind,
    of: builds ? mandateIdIn(typeof fullmakt === 'string' ? fullmakt : '') : null,
    organisation: kind === 'give' && typeof organisation === 'string' && organisation !== '' ? organisation : null,
  };
}

/** The kinds of mandate that can be passed on of one: the same or less. */
export function narrowerTemplates({ terms: { reach } }: Mandate): readonly Template[] {
  if (reach.kind === 'everything') return ['everything', 'authority', 'mail', 'service', 'property'];
  if (reach.kind === 'authority') return ['authority', 'mail', 'service', 'property'];
  return [reach.kind];
}

export type ErrandParts = {
  readonly subjects: MandateSubjects;
  readonly organisations?: OrganisationParts;
};

/** @throws Refusal not-found for a mandate or an organisation that is not the reader's to write for */
export async function modelOf(
  scope: Scope,
  errand: Errand,
  wanted: Template | null,
  parts: ErrandParts,
): Promise<FormModel> {
  const older = errand.of === null ? null : (await ownMandate(scope, errand.of)).mandate;
  const isAnew = errand.kind === 'change' || errand.kind === 'renew';
  const template = older && isAnew ? older.terms.reach.kind : wanted;
  if (template === null) throw new Refusal('not-found', 'mandates.not-found');
  if (errand.kind === 'pass-on' && older && !narrowerTemplates(older).includes(template)) {
    throw new Refusal('not-found', 'mandates.not-found');
  }
  const all = await subjectsFor(scope, template, parts.subjects);
  const subjects = older ? subjectsWith(older, template, all, errand.kind) : all;
  const organisation = errand.organisation ? await organisationOf(scope, parts, errand.organisation) : null;
  const signs = older !== null && writes(older, scope);
  const isRequest = errand.kind === 'ask' || (isAnew && !signs);
  return { errand, template, subjects, older, organisation, isRequest };
}

async function organisationOf(scope: Scope, parts: ErrandParts, token: string): Promise<SignedFor> {
  const found = parts.organisations && (await ownOrganisations(scope, parts.organisations)).organisations;
  const organisation = found?.find((one) => one.token === token);
  if (!organisation) throw new Refusal('not-allowed', 'mandates.signatory.not');
  return organisation;
}

/** Whether who reads gives it, or signs for who does. */
function writes({ terms }: Mandate, { principal, actor }: Scope): boolean {
  const party: PartyId | null = actor.kind === 'person' ? actor.party : null;
  return terms.grantors.some((one) => one.party === principal) || terms.signers.some((one) => one.party === party);
}

/** What it is for now can be chosen again, also where the reader could not have found it; passed on is only what lies in it. */
function subjectsWith(
  { terms: { reach, subject } }: Mandate,
  template: Template,
  all: readonly Subject[],
  kind: ErrandKind,
): readonly Subject[] {
  const value = choiceOf(reach);
  const kept = kind === 'pass-on' ? all.filter((one) => includes(reach, one.reach)) : all;
  if (template !== reach.kind || template === 'everything' || kept.some((one) => one.value === value)) return kept;
  return [{ value, name: subject, reach }, ...kept];
}

function choiceOf(reach: Mandate['terms']['reach']): string {
  switch (reach.kind) {
    case 'everything':
      return '';
    case 'authority':
    case 'property':
      return String(reach.authority);
    case 'mail':
      return reach.authority === null ? 'all' : String(reach.authority);
    case 'service':
      return `${reach.authority}/${reach.service}`;
    case 'case':
      return `${reach.authority}/${reach.case}`;
  }
}

export type FirstTyped = Partial<Omit<Typed, 'from' | 'to'>> & {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
};

/** What the form says when it is opened: of what is written anew, what the old one says. */
export function firstTyped({ errand, older }: FormModel, now: Temporal.Instant): FirstTyped {
  if (!older) return usualDays(now);
  const { reach, level, mayPassOn, from, until } = older.terms;
  const [first, last] = [dateIn('SE', from), lastDay(until)];
  const today = dateIn('SE', now);
  const later = Temporal.PlainDate.compare(first, today) > 0 ? first : today;
  const next = Temporal.PlainDate.compare(last, today) < 0 ? today : last.add({ days: 1 });
  const days = errand.kind === 'renew' ? usualDays(now, next) : { from: later, to: last };
  return {
    ...days,
    subject: choiceOf(reach),
    property: reach.kind === 'property' ? reach.property : '',
    ...(errand.kind === 'pass-on' ? {} : { level, passOn: mayPassOn ? 'yes' : 'no' }),
  };
}
