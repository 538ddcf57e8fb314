import type { Actor } from '../../../kernel/authority.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import type { ElsewhereFact, MandateRegisterName } from '../facts.ts';
import { type Link, openNumbers } from './link.ts';
import type { MandateRegister, RightElsewhere } from './mandate-register.ts';

export type ElsewhereParts = { readonly elsewhere: readonly MandateRegister[]; readonly secrets: Secrets };

/** What the registers have said just now of one holder, and of whom one could not be asked. */
export type SaidElsewhere = {
  readonly facts: readonly ElsewhereFact[];
  readonly silent: readonly { readonly register: MandateRegisterName; readonly principal: PartyId }[];
};

/** An actor is made for each request: what is asked once in it is not asked again in it, and in the next one is. */
const asked = new WeakMap<Actor, Map<string, Promise<SaidElsewhere>>>();

const nothing: SaidElsewhere = { facts: [], silent: [] };

/** Asks each register of whom it has been said to know something. What they answer holds for this request and no longer. */
export async function askLinks(scope: Scope, parts: ElsewhereParts, links: readonly Link[]): Promise<SaidElsewhere> {
  const { actor } = scope;
  if (actor.kind !== 'person' || links.length === 0) return nothing;
  const before = asked.get(actor) ?? new Map<string, Promise<SaidElsewhere>>();
  asked.set(actor, before);
  const said = await Promise.all(
    links.map((link) => {
      const key = `${link.register} ${link.principal} ${link.authorities.join()}`;
      const answer = before.get(key) ?? ask(scope, actor, parts, link);
      before.set(key, answer);
      return answer;
    }),
  );
  return { facts: said.flatMap(({ facts }) => facts), silent: said.flatMap(({ silent }) => silent) };
}

type Person = Extract<Actor, { kind: 'person' }>;

async function ask(scope: Scope, actor: Person, parts: ElsewhereParts, link: Link): Promise<SaidElsewhere> {
  const holder = actor.party;
  const register = parts.elsewhere.find(({ name }) => name === link.register);
  const numbers = openNumbers(parts.secrets, holder, link, scope.now);
  if (!register || !numbers) return nothing; // not connected any more: nobody is asked
  const { window } = numbers;
  const open = window?.of === actor.session && window.until > scope.now.epochMilliseconds ? window : null;
  const answer = await register.rightsBetween(numbers.holder, numbers.principal, link.authorities, open);
  const fact = {
    ...{ register: link.register, holder, principal: link.principal },
    checkedAt: scope.now.epochMilliseconds,
  };
  switch (answer.state) {
    case 'not-asked':
      return nothing;
    case 'nothing':
      return { facts: [{ ...fact, right: null }], silent: [] };
    case 'choose-again':
      return { facts: [{ ...fact, right: null, chooseAgain: true }], silent: [] };
    case 'answered': {
      const isOurs = ({ principal, authority }: RightElsewhere) =>
        principal.value === numbers.principal.value && link.authorities.includes(authority);
      if (!answer.value.every(isOurs)) break;
      return {
        facts: answer.value.map(({ id, reach, level, evidence }) => ({
          ...fact,
          right: { id, reach, level, evidence },
        })),
        silent: [],
      };
    }
    case 'not-allowed':
    case 'failed':
    case 'stale':
  }
  return { facts: [], silent: [{ register: link.register, principal: link.principal }] };
}
