import type {
  Action,
  Answer,
  Assurance,
  Basis,
  Obligation,
  Question,
  Role,
  RoleGrant,
} from '../../kernel/authority.ts';
import { byRight } from './by-right.ts';
import { explainNo, explainYes } from './explain.ts';
import type { Facts } from './facts.ts';
import type { Reason } from './reason.ts';

type Rule =
  | { readonly by: 'self' }
  | {
      readonly by: 'role';
      readonly roles: readonly Role[];
      /** Only who is employed by the authority itself, not who acts for it by agreement. */
      readonly inHouse?: true;
    };

const self: Rule = { by: 'self' };
const officer: Rule = { by: 'role', roles: ['case-officer'] };
const administrator: Rule = { by: 'role', roles: ['administrator'] };
const operator: Rule = { by: 'role', roles: ['operator'] };

/** Who may do what; the compiler asks for every action. */
const rules = {
  'service.file': self,
  'case.read-own': self,
  'case.complete': self,
  'mailbox.read': self,
  'signing.read': self,
  'signing.sign': self,
  'signing.withdraw': self,
  'party.manage': self,
  'audit.read-own': self,
  'party.represent': self,
  'mandate.read-own': self,
  'mandate.issue': self,
  'paper-mandate.read': officer,
  'paper-mandate.register': officer,
  'paper-mandate.revoke': officer,
  'case.list': officer,
  'case.read': officer,
  'case.assign': officer,
  'case.note': officer,
  'case.ask-for-completion': officer,
  'case.decide': officer,
  'case.close': officer,
  'identity.reveal': officer,
  'register.read': officer,
  'approval.read': officer,
  'approval.propose': officer,
  'approval.vote': officer,
  'payment.read': officer,
  'payment.prepare': officer,
  'payment.release': officer,
  'authority.administer': administrator,
  'role.give': { by: 'role', roles: ['administrator', 'operator'] },
  'authority.join': operator,
  'operations.read': operator,
  'operations.retry': operator,
  'payroll.read': officer,
  'payroll.run': officer,
  'payroll.check': officer,
  'payroll.release': { by: 'role', roles: ['case-officer'], inHouse: true },
  'payroll.approve-time': officer,
  'payroll.read-own': self,
  'payroll.report': self,
} as const satisfies Record<Action, Rule>;

/** What somebody who is a party to the matter may not do in their office (jäv, förvaltningslagen (2017:900) 16-17 §§). */
const handling: ReadonlySet<Action> = new Set<Action>([
  'case.assign',
  'case.note',
  'case.ask-for-completion',
  'case.decide',
  'case.close',
  'identity.reveal',
  'paper-mandate.register',
  'paper-mandate.revoke',
  'payroll.run',
  'payroll.check',
  'payroll.release',
  'payroll.approve-time',
]);

const strength = { low: 0, substantial: 1, high: 2 } as const satisfies Record<Assurance, number>;

function weaker(has: Assurance, wanted: Assurance): boolean {
  return strength[has] < strength[wanted];
}

function atLeast(assurance: Assurance | undefined): readonly Obligation[] {
  return assurance ? [{ kind: 'minimum-assurance', assurance }] : [];
}

function no(reason: Reason, minimum?: Assurance): Answer {
  return {
    decision: 'no',
    basis: [],
    extent: [],
    obligations: atLeast(minimum),
    unavailableSources: [],
    explanation: explainNo(minimum ? { reason, minimum } : { reason }),
  };
}

function yes(basis: Basis, minimum?: Assurance): Answer {
  return {
    decision: 'yes',
    basis: [basis],
    extent: 'whole',
    obligations: atLeast(minimum),
    unavailableSources: [],
    explanation: explainYes(basis),
  };
}

/** For oneself; for another, by what gives the right to it. */
function inPerson(facts: Facts, question: Question): Answer {
  const { actor, principal, resource, at } = question;
  if (actor.kind !== 'person') return no('not-signed-in');
  const wanted = resource.assurance ?? 'low';
  const isWeak = weaker(actor.assurance, wanted);
  if (principal !== undefined && principal !== actor.party) {
    const weak = isWeak ? { reason: 'assurance' as const, minimum: wanted } : null;
    return byRight(facts, question, { actor: actor.party, principal }, weak);
  }
  if (isWeak) return no('assurance', wanted);
  return yes({ kind: 'self', id: actor.party, source: 'sign-in', checkedAt: at.toString() }, resource.assurance);
}

/** A grant covers a resource of its own authority, of one of its tasks, in its own unit. */
function covers(grant: RoleGrant, question: Question): boolean {
  const { resource } = question;
  if (resource.authority !== undefined && grant.authority !== resource.authority) return false;
  if (grant.role !== 'case-officer') return true;
  if (resource.task !== undefined && !grant.tasks.includes(resource.task)) return false;
  return resource.unit === undefined || grant.unit === null || grant.unit === resource.unit;
}

function byRole(facts: Facts, question: Question, rule: Extract<Rule, { by: 'role' }>): Answer {
  const { actor, action, resource, at } = question;
  if (actor.kind !== 'official') return no('no-office');
  if (weaker(actor.assurance, facts.officialAssurance)) return no('assurance', facts.officialAssurance);
  const roles = actor.grants.filter(
    (grant) => rule.roles.includes(grant.role) && (!rule.inHouse || grant.employer === grant.authority),
  );
  // An operator's role is for the whole installation; the others are for the authority that they name.
  const covering = roles.filter((grant) => grant.role === 'operator' || covers(grant, question));
  if (covering.length === 0) return no(roles.length === 0 ? 'no-role' : 'other-unit-or-task');
  if (handling.has(action) && resource.parties?.includes(actor.party)) return no('own-matter');
  const grant = resource.protected ? covering.find((g) => g.rights.includes('protected-identity')) : covering[0];
  if (grant === undefined) return no('protected');
  return yes(
    {
      kind: grant.agreement === null ? 'role' : 'agreement',
      id: grant.agreement ?? grant.id,
      source: 'directory',
      checkedAt: at.toString(),
    },
    facts.officialAssurance,
  );
}

/**
 * The one rule of authority: may this actor do this to that, now? Pure; later facts (mandates, guardians, signatories)
 * widen what may be answered with yes, never who asks.
 */
export function decide(facts: Facts, question: Question): Answer {
  const { actor, action, at } = question;
  if (actor.kind === 'system') {
    return yes({ kind: 'system', id: actor.name, source: 'job', checkedAt: at.toString() });
  }
  const rule: Rule = rules[action];
  return rule.by === 'self' ? inPerson(facts, question) : byRole(facts, question, rule);
}
