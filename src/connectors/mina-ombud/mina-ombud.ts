import type { Identifier, PersonNumber } from '../../kernel/identifiers/identifier.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import type {
  ListElsewhere,
  MandateElsewhere,
  MandateRegister,
  RightElsewhere,
  RightsElsewhere,
  SideElsewhere,
} from '../../modules/mandates/index.ts';
import { type GuardedRegister, guardedRegister, type RegisterAsked, UnusableAnswer } from '../guarded-register.ts';
import { identityOf, roleOf } from './identity.ts';
import { type Asked, rightsIn } from './read-contexts.ts';
import { mandateIn } from './read-whole.ts';
import { ombudService, type ServiceOptions } from './service.ts';
import { shapes } from './shapes.ts';

export type MinaOmbudOptions = ServiceOptions & {
  /** The authorities here that are third parties there, each by its organisation number. */
  readonly authorities: readonly { readonly authority: AuthorityId; readonly number: string }[];
  readonly told: (asked: RegisterAsked) => void;
  /** How long one question may take, in milliseconds, when it is not as long as usual. */
  readonly patience?: number;
};

const PER_PAGE = 100;
const PAGES = 5;
/** Each of them is a question of its own, and all are asked within the time of one. */
const LISTED = 25;

/**
 * Mina ombud (Bolagsverket), as who takes mandates: what somebody may do at an authority of ours, signed by the register.
 * Asked as a system (`user:any`): what stands must be known also when the person is not there to sign the question.
 */
export function minaOmbud(options: MinaOmbudOptions): MandateRegister & Pick<GuardedRegister, 'breaker'> {
  const { authorities, told, patience } = options;
  const guard = guardedRegister('mina-ombud', told, patience);
  const numbers = authorities.map(({ number }) => number);
  const service = ombudService(options, numbers);

  async function page(asked: Asked, who: object, number: number, signal: AbortSignal) {
    const body = { tredjeman: asked.thirdParty, ...who, behorigheter: [], page: { page: number, size: PER_PAGE } };
    const found = await service.ask('sok/behorigheter', body, shapes.found, signal);
    const contexts = found.kontext ?? found.fullmaktsgivare;
    if (!contexts) throw new UnusableAnswer('broken');
    return { contexts, pages: found.page.totalPages };
  }

  async function rightsAt(asked: Asked, principal: Identifier | null, signal: AbortSignal) {
    const who = {
      fullmaktshavare: asked.holder,
      ...(asked.principal && principal
        ? { fullmaktsgivare: { ...asked.principal, ...(service.isFirstVersion ? { roll: roleOf(principal) } : {}) } }
        : {}),
    };
    const rights: RightElsewhere[] = [];
    for (let number = 0, pages = 1; number < pages; number++) {
      if (number === PAGES) throw new UnusableAnswer('too-large');
      const found = await page(asked, who, number, signal);
      pages = found.pages;
      for (const context of found.contexts) {
        await service.verify(context, asked.thirdParty, signal);
        rights.push(...rightsIn(context, asked, Temporal.Now.instant()));
      }
    }
    return rights;
  }

  async function ask(of: PersonNumber, over: Identifier | null, at: readonly AuthorityId[]): Promise<RightsElsewhere> {
    const [holder, principal] = [identityOf(of), over && identityOf(over)];
    const wanted = authorities.filter(({ authority }) => at.includes(authority));
    if (!holder || (over && !principal) || wanted.length === 0) return { state: 'not-asked' };
    return guard.ask(async (signal) => {
      const rights = await Promise.all(
        wanted.map(({ authority, number }) =>
          rightsAt({ authority, thirdParty: number, holder, principal }, over, signal),
        ),
      );
      return rights.flat().length === 0 ? null : rights.flat();
    });
  }

  /** The list names them, unsigned; each is then fetched, signed, and only that is believed. */
  async function list(of: Identifier, side: SideElsewhere): Promise<ListElsewhere> {
    const who = identityOf(of);
    if (!who || numbers.length === 0) return { state: 'not-asked' };
    if (service.isFirstVersion) return { state: 'no-lists' };
    return guard.ask(async (signal) => {
      const wanted = { tredjeman: numbers, [side === 'given' ? 'fullmaktsgivare' : 'fullmaktshavare']: who };
      const body = { ...wanted, page: { page: 0, size: LISTED } };
      const { fullmakter, page: pages, problem } = await service.ask('sok/fullmakter', body, shapes.listed, signal);
      // Of some authority it could not say: what stands there is then not known, and an empty list would be no answer.
      if (problem && Object.keys(problem).length > 0) throw new UnusableAnswer('down');
      const mandates = await Promise.all(
        fullmakter.slice(0, LISTED).map(({ id, tredjeman }) => whole(id, tredjeman, { who, side }, signal)),
      );
      if (mandates.length === 0) return null;
      return { mandates, more: pages.totalPages > 1 || fullmakter.length > LISTED };
    });
  }

  async function whole(
    id: string,
    thirdParty: string,
    asked: { readonly who: NonNullable<ReturnType<typeof identityOf>>; readonly side: SideElsewhere },
    signal: AbortSignal,
  ): Promise<MandateElsewhere> {
    const at = authorities.find(({ number }) => number === thirdParty);
    if (!at) throw new UnusableAnswer('about-another');
    const found = await service.ask(`tredjeman/${thirdParty}/fullmakter/${id}`, null, shapes.whole, signal);
    await service.verify(found, thirdParty, signal);
    return mandateIn(found, { id, thirdParty, authority: at.authority, ...asked }, Temporal.Now.instant());
  }

  return {
    ...{ name: 'mina-ombud', breaker: guard.breaker, list },
    rightsOf: (holder) =>
      ask(
        holder,
        null,
        authorities.map(({ authority }) => authority),
      ),
    rightsBetween: (holder, principal, at) => ask(holder, principal, at),
  };
}
