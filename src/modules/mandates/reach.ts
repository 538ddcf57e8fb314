import type { Action, Level, Reach, Resource } from '../../kernel/authority.ts';

/** What a mandate can let somebody do, and at which level; what is not here nobody may do by a mandate. */
export const levelOf: Partial<Record<Action, Level>> = {
  'party.represent': 'passive',
  'case.read-own': 'passive',
  'mailbox.read': 'passive',
  'service.file': 'active',
  'case.complete': 'active',
};

/** A question that names nothing is about all there is: a list, a page of pages. */
export function isOpen({ authority, service, case: about, property }: Resource): boolean {
  return authority === undefined && service === undefined && about === undefined && property === undefined;
}

/** Whether somebody with this reach could do such a thing to anything at all. */
function reachesAny(reach: Reach, action: Action): boolean {
  switch (reach.kind) {
    case 'everything':
    case 'authority':
    case 'property':
      return true;
    case 'mail':
      return action === 'mailbox.read' || action === 'party.represent';
    case 'service':
      return action !== 'mailbox.read';
    case 'case':
      return action !== 'service.file';
  }
}

/** Whether the reach holds this very thing. What the question does not say it is can not be held by a narrow reach. */
function holds(reach: Reach, resource: Resource): boolean {
  switch (reach.kind) {
    case 'everything':
      return true;
    case 'authority':
      return reach.authority === resource.authority;
    case 'mail':
      return reach.authority === null || reach.authority === resource.authority;
    case 'service':
      return reach.authority === resource.authority && reach.service === resource.service;
    case 'case':
      return reach.authority === resource.authority && reach.case === resource.case;
    case 'property':
      return reach.authority === resource.authority && reach.property === resource.property;
  }
}

/** Whether the reach is for this action on this; for an open question, on some of it. */
export function covers(reach: Reach, action: Action, resource: Resource): boolean {
  return reachesAny(reach, action) && (isOpen(resource) || holds(reach, resource));
}

/** Whether everything of the inner reach lies in the outer: the same or less. */
export function includes(outer: Reach, inner: Reach): boolean {
  switch (outer.kind) {
    case 'everything':
      return true;
    case 'authority':
      return inner.kind !== 'everything' && inner.authority === outer.authority;
    case 'mail':
      return inner.kind === 'mail' && (outer.authority === null || inner.authority === outer.authority);
    case 'service':
      return inner.kind === 'service' && inner.authority === outer.authority && inner.service === outer.service;
    case 'case':
      return inner.kind === 'case' && inner.authority === outer.authority && inner.case === outer.case;
    case 'property':
      return inner.kind === 'property' && inner.authority === outer.authority && inner.property === outer.property;
  }
}

/** Whether the inner level is the same or less. */
export function levelIncludes(outer: Level, inner: Level): boolean {
  return outer === 'active' || inner === 'passive';
}
