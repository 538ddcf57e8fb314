import type { Explanation } from './explanation.ts';
import type { AgreementId, AuthorityId, PartyId, ServiceId, UnitId } from './ids.ts';

/** How sure we are that the actor is who they say (eIDAS levels of assurance). */
export type Assurance = 'low' | 'substantial' | 'high';

/** What municipalities do for their people, as agreements and services name it. */
export const tasks = [
  'administration',
  'child-care',
  'association-grants',
  'dialogue',
  'social-services',
  'payroll',
  'payroll-time',
  'payroll-audit',
] as const;
export type Task = (typeof tasks)[number];

export type Role = 'case-officer' | 'administrator' | 'operator';

/** A right beside the role, given by name. */
export const rights = ['protected-identity'] as const;
export type Right = (typeof rights)[number];

/**
 * One role, for one authority. A role at a joint authority is given once and read as one grant for each authority
 * that the agreement covers today, so it ends with its agreement.
 */
export type RoleGrant = {
  readonly id: string;
  readonly role: Role;
  /** Who employs the official. */
  readonly employer: AuthorityId;
  /** For whom this grant lets them act. */
  readonly authority: AuthorityId;
  /** The employer's unit; null is the whole authority. */
  readonly unit: UnitId | null;
  readonly tasks: readonly Task[];
  readonly rights: readonly Right[];
  /** The agreement that carries the grant to another authority than the employer. */
  readonly agreement: AgreementId | null;
};

/** Who acts. An official is also a person; which of the two acts is decided by the room of the page. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person';
      readonly party: PartyId;
      readonly name: string;
      readonly assurance: Assurance;
      readonly session: string;
    }
  | {
      readonly kind: 'official';
      readonly party: PartyId;
      readonly name: string;
      readonly assurance: Assurance;
      readonly session: string;
      readonly grants: readonly RoleGrant[];
    }
  | { readonly kind: 'machine'; readonly client: string; readonly authorities: readonly AuthorityId[] }
  /** A job, or the operator's own command on the machine. */
  | { readonly kind: 'system'; readonly name: string };

/** What somebody may be allowed to do. The verbs of the whole house stand here, so that one rule can answer for all. */
export const actions = [
  'service.file',
  'case.read-own',
  'case.complete',
  'case.list',
  'case.read',
  'case.assign',
  'case.note',
  'case.ask-for-completion',
  'case.decide',
  'case.close',
  'identity.reveal',
  'register.read',
  'approval.read',
  'approval.propose',
  'approval.vote',
  'payment.read',
  'payment.prepare',
  'payment.release',
  'mailbox.read',
  'signing.read',
  'signing.sign',
  'signing.withdraw',
  'party.manage',
  'audit.read-own',
  'party.represent',
  'mandate.read-own',
  'mandate.issue',
  'paper-mandate.read',
  'paper-mandate.register',
  'paper-mandate.revoke',
  'authority.administer',
  'authority.join',
  'role.give',
  'operations.read',
  'operations.retry',
  'payroll.read',
  'payroll.run',
  'payroll.check',
  'payroll.release',
  'payroll.approve-time',
  'payroll.read-own',
  'payroll.report',
] as const;
export type Action = (typeof actions)[number];

/** Only looked, in somebody else's name: leaves a line at once; what does more leaves its own, with what it did. */
export const looking: ReadonlySet<Action> = new Set<Action>([
  'case.read-own',
  'mailbox.read',
  'audit.read-own',
  'party.manage',
  'mandate.read-own',
  'payroll.read-own',
]);

/** What it is done to. */
export type Resource = {
  readonly authority?: AuthorityId;
  readonly service?: ServiceId;
  readonly task?: Task;
  readonly case?: string;
  /** The message in the mailbox that is opened. */
  readonly message?: string;
  /** The property's designation (fastighetsbeteckning). */
  readonly property?: string;
  /** The unit that handles the case. */
  readonly unit?: UnitId | null;
  /** The person whose data it is has a protected identity (skyddade personuppgifter). */
  readonly protected?: boolean;
  /** Whose matter it is: who is a party to it may not handle it (jäv). */
  readonly parties?: readonly PartyId[];
  /** The lowest assurance that the service asks for; substantial when it says nothing. */
  readonly assurance?: Assurance;
};

export type Question = {
  readonly actor: Actor;
  /** For whom; absent when nobody is represented (an official in their office). */
  readonly principal?: PartyId | undefined;
  readonly action: Action;
  readonly resource: Resource;
  readonly at: Temporal.Instant;
};

/** Rights that a register knows of: nobody gave them here. */
export type RegisterRightKind = 'guardian' | 'god-man' | 'forvaltare' | 'signatory';

/** `passive` looks and follows; `active` files and answers as well. */
export type Level = 'active' | 'passive';

/** How far a right to act for somebody reaches. */
export type Reach =
  | { readonly kind: 'everything' }
  /** Filing, following and mail at one authority. */
  | { readonly kind: 'authority'; readonly authority: AuthorityId }
  /** The mail of one authority; null is of all. */
  | { readonly kind: 'mail'; readonly authority: AuthorityId | null }
  | { readonly kind: 'service'; readonly authority: AuthorityId; readonly service: ServiceId }
  | { readonly kind: 'case'; readonly authority: AuthorityId; readonly case: string }
  /** What concerns one property (fastighet), by its designation. */
  | { readonly kind: 'property'; readonly authority: AuthorityId; readonly property: string };

/** Of what the question left open, the part that the yes is for. */
export type Extent = 'whole' | readonly Reach[];

/** Why the answer is yes: kept on the act itself. */
export type Basis = {
  readonly kind: 'self' | 'role' | 'agreement' | 'system' | 'mandate' | 'public' | RegisterRightKind;
  /** The grant, agreement or mandate; the party for `self`. */
  readonly id: string;
  readonly level?: Level;
  /** Instants; null is until further notice. */
  readonly valid?: { readonly from: string; readonly until: string | null };
  readonly source: string;
  readonly checkedAt: string;
  /** What shows it: the signature's id, the register's own reference. */
  readonly evidence?: string;
};

/** What a yes is bound to; beside a no, what would have to be met. */
export type Obligation = { readonly kind: 'minimum-assurance'; readonly assurance: Assurance };

/** "No" is not "could not ask": `unknown` names who did not answer. */
export type Answer = {
  readonly decision: 'yes' | 'no' | 'unknown';
  readonly basis: readonly Basis[];
  /** Nothing unless the decision is yes. */
  readonly extent: Extent;
  readonly obligations: readonly Obligation[];
  readonly unavailableSources: readonly string[];
  readonly explanation: Explanation;
};
