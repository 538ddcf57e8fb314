import type { Level } from '../../kernel/authority.ts';
import { canonicalSha256 } from '../../kernel/canonical-json.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { type MandateElsewhere, reachOfCode, type SideElsewhere } from '../../modules/mandates/index.ts';
import { UnusableAnswer } from '../guarded-register.ts';
import type { Identity } from './identity.ts';
import { assertNew, momentOf } from './said-just-now.ts';
import type { Whole } from './shapes.ts';

/** What was asked, so that an answer to something else is not taken for the answer to it. */
export type AskedWhole = {
  readonly id: string;
  readonly authority: AuthorityId;
  /** The authority's number at the register. */
  readonly thirdParty: string;
  readonly who: Identity;
  readonly side: SideElsewhere;
};

type Right = Whole['fullmakt']['behorigheter'][number]['behorighetsobjekt'];

/**
 * A mandate in our words, its signature once verified.
 * @throws UnusableAnswer
 */
export function mandateIn(whole: Whole, asked: AskedWhole, now: Temporal.Instant): MandateElsewhere {
  const { fullmakt, metadata } = whole;
  const { fullmaktsgivare: grantor, fullmaktshavare: holders, behorigheter } = fullmakt;
  const ours = asked.side === 'given' ? [grantor] : holders;
  const isAsked =
    fullmakt.id === asked.id &&
    fullmakt.tredjeman.id === asked.thirdParty &&
    ours.some(({ id, typ }) => id === asked.who.id && typ === asked.who.typ);
  if (!isAsked) throw new UnusableAnswer('about-another');
  assertNew(whole.svarstidpunkt, now);
  const from = dayOf(fullmakt.giltigFrom);
  const until = fullmakt.giltigTom ? dayOf(fullmakt.giltigTom) : null;
  if (until && Temporal.PlainDate.compare(until, from) < 0) throw new UnusableAnswer('contradictory');
  const rights = behorigheter.map(({ behorighetsobjekt }) => behorighetsobjekt);
  return {
    ...{ id: fullmakt.id, title: fullmakt.rubrik, authority: asked.authority, from, until },
    reference: metadata.referensnummer ?? null,
    others: (asked.side === 'given' ? holders : [grantor]).map(({ id, namn, fornamn }) => ({
      number: id,
      name: [fornamn, namn].filter((part) => part !== undefined).join(' '),
    })),
    isForBusiness: grantor.typ !== 'orgnr' && fullmakt.fullmaktsgivarroll === 'ORGANISATION',
    scope: rights.flatMap((right) => {
      const reach = reachOfCode(asked.authority, right.kod);
      return reach === null ? [] : [{ reach, level: levelOf(right) }];
    }),
    beside: rights.flatMap(({ kod, rubrik }) => (reachOfCode(asked.authority, kod) === null ? [rubrik ?? kod] : [])),
    revokedAt: metadata.aterkallad ? momentOf(metadata.aterkallad.tidpunkt) : null,
    evidence: `mina-ombud:${canonicalSha256(whole)}`,
  };
}

/** Exactly one level is chosen; where none is marked, the one that stands there. */
function levelOf({ typer }: Right): Level {
  const chosen = typer.filter(({ vald }) => vald !== false);
  const [one, ...others] = chosen;
  if (!one || others.length > 0) throw new UnusableAnswer('contradictory');
  if (one.typ === 'aktiv') return 'active';
  if (one.typ === 'passiv') return 'passive';
  throw new UnusableAnswer('unknown-type');
}

function dayOf(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw new UnusableAnswer('broken');
  }
}
