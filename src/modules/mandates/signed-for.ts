import { createHash } from 'node:crypto';
import type { Basis } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { Identifier } from '../../kernel/identifiers/identifier.ts';
import { parseIdentifier } from '../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import {
  participationOf,
  type RegisteredOrganisation,
  type Registers,
  type SigningAlternative,
  signingRuleText,
} from '../base-registers/index.ts';
import { ensureNamed, type FindOwnNumber, partyByNumber } from '../identity/index.ts';
import { isRuleMet, type RuleAlternative, type SigningRule } from './signing-rule.ts';

export type Signatory = {
  /** Stands for the number in forms and addresses. */
  readonly token: string;
  /** Null for a protected identity. */
  readonly name: string | null;
  readonly isReader: boolean;
};

/** An organisation for which the reader signs, alone or with others. */
export type SignedFor = {
  readonly token: string;
  readonly name: string;
  readonly rule: SigningRule;
  /** The rule, with names and in the reader's language. */
  readonly inWords: string;
  /** Whether the reader signs without anybody else. */
  readonly alone: boolean;
  readonly signatories: readonly Signatory[];
  readonly asOf: Temporal.Instant;
};

export type OwnOrganisations = {
  readonly organisations: readonly SignedFor[];
  /** The register did not answer: there may be more. */
  readonly isSilent: boolean;
};

export type OrganisationParts = {
  readonly secrets: Secrets;
  readonly registers: Pick<Registers, 'organisationsOf'>;
  readonly ownNumber: FindOwnNumber;
};

const giving = new Set<RegisteredOrganisation['status']>(['active', 'liquidation']);

function tokenOf(number: string): string {
  return createHash('sha256').update(`mandates.signatory:${number}`).digest('hex').slice(0, 20);
}

type Asked = {
  readonly own: string;
  readonly found: readonly RegisteredOrganisation[];
  readonly asOf: Temporal.Instant;
};

async function ask(scope: Scope, parts: OrganisationParts): Promise<Asked | 'silent' | 'none'> {
  const { actor } = scope;
  if (actor.kind !== 'person' || scope.principal !== actor.party) return 'none';
  const own = await parts.ownNumber(scope, actor.party);
  if (own === null) return 'none';
  const look = { purpose: 'mandates.purpose.signed-for', about: actor.party };
  const answer = await parts.registers.organisationsOf(scope, own, look);
  // What a register said before does not let anybody give new rights.
  if (answer.state === 'failed' || answer.state === 'stale') return 'silent';
  return answer.state === 'answered' ? { own, found: answer.value, asOf: answer.asOf } : 'none';
}

function tokens(alternative: SigningAlternative): RuleAlternative {
  if ('count' in alternative) return { anyOf: alternative.anyOf.map(tokenOf), count: alternative.count };
  return { everyoneOf: alternative.everyoneOf.map(tokenOf) };
}

/** For which organisations the reader may write a mandate, by the company register; asked as oneself. */
export async function ownOrganisations(scope: Scope, parts: OrganisationParts): Promise<OwnOrganisations> {
  const asked = await ask(scope, parts);
  if (asked === 'silent' || asked === 'none') return { organisations: [], isSilent: asked === 'silent' };
  const { own, found, asOf } = asked;
  const organisations = found.flatMap((organisation): SignedFor[] => {
    const { number, name, status, signatories, signingRule } = organisation;
    const rule = signingRule.map(tokens);
    const known = new Set(rule.flatMap((one) => ('count' in one ? one.anyOf : one.everyoneOf)));
    if (!giving.has(status) || !known.has(tokenOf(own))) return [];
    const each = signatories.map((one) => ({
      token: tokenOf(one.number),
      name: one.name,
      isReader: one.number === own,
    }));
    return [
      {
        ...{ token: tokenOf(number), name, rule, asOf, signatories: each.filter((one) => known.has(one.token)) },
        inWords: signingRuleText(organisation, scope.language),
        alone: participationOf(organisation, own) === 'alone',
      },
    ];
  });
  return { organisations, isSilent: false };
}

export type OrganisationSigning = {
  readonly organisation: { readonly party: PartyId; readonly name: string };
  readonly signers: readonly PartyId[];
  readonly basis: Basis;
};

/**
 * Who signs for the organisation, as the register says now.
 * @throws Refusal unavailable when the register does not answer | not-allowed for who does not sign for it | invalid when
 *   those who are chosen do not sign for it together
 */
export async function organisationSigning(
  scope: Scope,
  parts: OrganisationParts,
  { organisation, chosen }: { readonly organisation: string; readonly chosen: readonly string[] },
): Promise<OrganisationSigning> {
  const asked = await ask(scope, parts);
  if (asked === 'silent') throw new Refusal('unavailable', 'mandates.signatory.could-not-ask');
  const found = asked === 'none' ? undefined : asked.found.find(({ number }) => tokenOf(number) === organisation);
  if (asked === 'none' || !found || !giving.has(found.status))
    throw new Refusal('not-allowed', 'mandates.signatory.not');
  const all = [...new Set(chosen)];
  if (!isRuleMet(found.signingRule.map(tokens), all)) throw new Refusal('invalid', 'mandates.signatory.rule');
  const numbers = found.signatories.map(({ number }) => number).filter((number) => all.includes(tokenOf(number)));
  const signers: PartyId[] = [];
  for (const number of numbers) signers.push(await partyByNumber(scope, parts.secrets, numberIn(scope, number)));
  const called = { name: found.name, language: null };
  const party = await ensureNamed(scope, parts.secrets, numberIn(scope, found.number), called);
  return {
    organisation: { party, name: found.name },
    signers,
    basis: {
      ...{ kind: 'signatory', id: party, source: 'company', checkedAt: scope.now.toString() },
      valid: { from: asked.asOf.toString(), until: null },
    },
  };
}

/** Registers write numbers in full, and each country in its own way. */
function numberIn(scope: Scope, number: string): Identifier {
  const country = /^\d+$/.test(number) ? 'SE' : 'FI';
  const parsed = parseIdentifier(number, dateIn('SE', scope.now), country);
  if (parsed.kind === 'none') throw new Error('a register named a number that is none');
  return parsed;
}
