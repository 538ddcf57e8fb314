import type { RegisterRightKind } from '../../kernel/authority.ts';
import type {
  Guardianship,
  NamedPerson,
  RegisteredOrganisation,
  RegisteredPerson,
  RegisterName,
} from '../base-registers/index.ts';
import { participationOf } from '../base-registers/index.ts';
import type { PersonStateKind, RegisterRight, Rests } from './facts.ts';

/** That somebody may act for the one asked about, as a register has just said it. */
export type RightSaid = {
  readonly kind: RegisterRightKind;
  readonly source: RegisterName;
  readonly holder: NamedPerson;
  readonly alone: boolean;
  /** With whom a signatory signs who does not sign alone; null is somebody with a protected identity. */
  readonly together: readonly (string | null)[];
  readonly duties: RegisterRight['duties'];
  readonly from: Temporal.Instant | null;
  /** The first moment after it. */
  readonly until: Temporal.Instant | null;
  readonly rests: Rests | null;
};

export type StateSaid = {
  readonly kind: PersonStateKind;
  readonly source: RegisterName;
  readonly since: Temporal.Instant;
};

export type Derived = { readonly rights: readonly RightSaid[]; readonly states: readonly StateSaid[] };

/** What is known of a person; null is that the register knows nobody by the number, or has never said. */
export type SaidOfPerson = {
  readonly person: RegisteredPerson | null;
  /** Of which some have the person for a guardian, and say nothing here. */
  readonly guardianships: readonly Guardianship[];
  readonly number: string;
  /** On whose clocks days begin and end. */
  readonly zone: string;
};

/** Custody lasts until the child is eighteen (föräldrabalken (1949:381) 6 kap. 2 §; in Finland lag 361/1983 3 §). */
const OF_AGE = 18;

function startOf(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}

function isNow(from: Temporal.Instant | null, until: Temporal.Instant | null, now: Temporal.Instant): boolean {
  const begun = from === null || Temporal.Instant.compare(from, now) <= 0;
  return begun && (until === null || Temporal.Instant.compare(until, now) > 0);
}

/** Who may act for a person, and what of the person ends or suspends it. */
export function saidOfPerson(said: SaidOfPerson, now: Temporal.Instant): Derived {
  const { person, zone } = said;
  const guardianships = said.guardianships
    .filter(({ principal }) => principal.number === said.number)
    .map((one) => rightOf(one, zone));
  const custody = person === null ? [] : custodyOf(person, zone);
  const inForce = (one: RightSaid) => isNow(one.from, one.until, now);
  // For a child either the guardians act, or who has been appointed in their place: when both are named, neither is sure.
  const disagree =
    custody.some(inForce) && guardianships.some((one) => inForce(one) && one.duties?.includes('rights') === true);
  const marked = (one: RightSaid): RightSaid => (disagree && inForce(one) ? { ...one, rests: 'disagreeing' } : one);
  return {
    rights: [...custody, ...guardianships].map(marked),
    states: [...deathOf(person, zone), ...forvaltareIn(guardianships.filter(inForce))],
  };
}

function custodyOf({ guardians, birthDate, protectedIdentity }: RegisteredPerson, zone: string): RightSaid[] {
  return guardians.map((holder) => ({
    ...{ kind: 'guardian', source: 'population', holder, alone: true, together: [], duties: null },
    from: startOf(birthDate, zone),
    until: startOf(birthDate.add({ years: OF_AGE }), zone),
    // Registers give no name of who is protected: a guardian without one is protected as the child is.
    rests: protectedIdentity && holder.name !== null ? 'protected' : null,
  }));
}

function rightOf({ kind, guardian, scope, from, to }: Guardianship, zone: string): RightSaid {
  return {
    ...{ kind, source: 'guardianship', holder: guardian, alone: true, together: [], duties: scope, rests: null },
    from: startOf(from, zone),
    until: to && startOf(to.add({ days: 1 }), zone),
  };
}

function deathOf(person: RegisteredPerson | null, zone: string): StateSaid[] {
  if (person === null || person.diedOn === null) return [];
  return [{ kind: 'dead', source: 'population', since: startOf(person.diedOn, zone) }];
}

function forvaltareIn(current: readonly RightSaid[]): StateSaid[] {
  const [first] = current
    .flatMap(({ kind, from }) => (kind === 'forvaltare' && from ? [from] : []))
    .sort(Temporal.Instant.compare);
  return first ? [{ kind: 'under-forvaltare', source: 'guardianship', since: first }] : [];
}

/** Who may act for an organisation, alone or together. @param asOf of the register: it says no day of a bankruptcy */
export function saidOfOrganisation(
  organisation: RegisteredOrganisation | null,
  zone: string,
  asOf: Temporal.Instant,
): Derived {
  if (organisation === null) return { rights: [], states: [] };
  const { signatories, status, dissolvedOn } = organisation;
  const signers = [...new Map(signatories.map((one) => [one.number, one])).values()];
  const rights = signers.flatMap((holder): RightSaid[] => {
    const participation = participationOf(organisation, holder.number);
    if (participation === 'not') return [];
    const alone = participation === 'alone';
    return [
      {
        ...{ kind: 'signatory', source: 'company', holder: { number: holder.number, name: holder.name }, alone },
        together: alone ? [] : coSignersOf(organisation, holder.number),
        ...{ duties: null, from: null, until: null, rests: null },
      },
    ];
  });
  const states: StateSaid[] = [];
  if (status === 'dissolved' && dissolvedOn) {
    states.push({ kind: 'dissolved', source: 'company', since: startOf(dissolvedOn, zone) });
  }
  if (status === 'bankruptcy') states.push({ kind: 'bankrupt', source: 'company', since: asOf });
  return { rights, states };
}

function coSignersOf({ signingRule, signatories }: RegisteredOrganisation, number: string): (string | null)[] {
  const others = signingRule
    .map((one) => ('count' in one ? one.anyOf : one.everyoneOf))
    .filter((numbers) => numbers.includes(number))
    .flat();
  const wanted = new Set(others.filter((one) => one !== number));
  return [...wanted].map((one) => signatories.find((signatory) => signatory.number === one)?.name ?? null);
}
