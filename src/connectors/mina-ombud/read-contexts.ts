import type { Level } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import { canonicalSha256 } from '../../kernel/canonical-json.ts';
import { isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { type RightElsewhere, reachOfCode } from '../../modules/mandates/index.ts';
import { UnusableAnswer } from '../guarded-register.ts';
import { type Identity, identifierOf } from './identity.ts';
import { assertNew } from './said-just-now.ts';
import type { Context } from './shapes.ts';

/** What was asked, so that an answer to something else is not taken for the answer to it. */
export type Asked = {
  readonly authority: AuthorityId;
  /** The authority's number at the register. */
  readonly thirdParty: string;
  readonly holder: Identity;
  readonly principal: Identity | null;
};

const levels: Readonly<Record<string, Level>> = { aktiv: 'active', passiv: 'passive' };

/**
 * What a context says in our words, its signature once verified. The codes are each authority's own: those of its other
 * systems are left aside, a level that we do not know is not.
 * @throws UnusableAnswer
 */
export function rightsIn(context: Context, asked: Asked, now: Temporal.Instant): readonly RightElsewhere[] {
  assertAbout(context, asked);
  assertNew(context.tidpunkt, now);
  const { namn, fornamn, roll } = context.fullmaktsgivare;
  const principal = identifierOf(context.fullmaktsgivare, dateIn('SE', now));
  if (principal.value === asked.holder.id) throw new UnusableAnswer('contradictory');
  // A sole trader has no number but their own: what is given for the business is not for their private matters.
  const role = context.fullmaktsgivarroll ?? roll;
  if (isPersonNumber(principal) && role !== 'PRIVAT') return [];
  const codes = context.behorigheter.map(({ kod }) => kod);
  if (new Set(codes).size !== codes.length) throw new UnusableAnswer('contradictory');
  const evidence = `mina-ombud:${canonicalSha256(context)}`;
  return context.behorigheter.flatMap(({ kod, typ, fullmakt }): RightElsewhere[] => {
    const level = levels[typ];
    if (level === undefined) throw new UnusableAnswer('unknown-type');
    const reach = reachOfCode(asked.authority, kod);
    if (reach === null) return [];
    const name = [fornamn, namn].filter((part) => part !== undefined).join(' ') || null;
    return [{ principal, name, authority: asked.authority, id: fullmakt, reach, level, evidence }];
  });
}

function assertAbout({ tredjeman, fullmaktshavare, fullmaktsgivare }: Context, asked: Asked): void {
  const { holder, principal, thirdParty } = asked;
  const isSame = (one: Identity, other: Identity) => one.id === other.id && one.typ === other.typ;
  const isOurs =
    tredjeman === thirdParty &&
    fullmaktshavare.some((one) => isSame(one, holder)) &&
    (principal === null || isSame(fullmaktsgivare, principal));
  if (!isOurs) throw new UnusableAnswer('about-another');
}
