import { dateIn } from '../../../kernel/calendar/format.ts';
import { parseWritten } from '../../../kernel/identifiers/parse.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { protectedNumbers } from '../../identity/index.ts';
import type { MandateRegisterName } from '../facts.ts';
import { type FollowParts, numbered } from '../follow-registers.ts';
import type { MandateElsewhere, SideElsewhere } from './mandate-register.ts';

/** A mandate in another register, as its own people read it. */
export type ShownElsewhere = Omit<MandateElsewhere, 'others'> & {
  /** Null is a protected identity. */
  readonly others: readonly (string | null)[];
};

/** What one register has just said of one side; that it could not be asked, or lists nothing, is no empty list. */
export type ToldElsewhere = { readonly register: MandateRegisterName; readonly side: SideElsewhere } & (
  | {
      readonly state: 'told';
      readonly mandates: readonly ShownElsewhere[];
      readonly more: boolean;
      readonly asOf: Temporal.Instant;
    }
  | { readonly state: 'silent' }
  | { readonly state: 'no-lists' }
);

/**
 * What other registers hold of mandates that the one in whose name the scope acts has given, or has got. Nothing of it is
 * kept, and it gives no right. A register that can not know them is left out.
 * @throws Refusal not-allowed
 */
export async function listElsewhere(scope: Scope, parts: FollowParts): Promise<readonly ToldElsewhere[]> {
  await permit(scope, 'mandate.read-own', {});
  if (scope.principal === null || parts.elsewhere.length === 0) return [];
  const [own] = await numbered(scope, parts, [scope.principal]);
  if (!own) return [];
  const told = await Promise.all(
    parts.elsewhere.flatMap((register) =>
      (['given', 'received'] as const).map(async (side): Promise<ToldElsewhere[]> => {
        const about = { register: register.name, side };
        const answer = await register.list(own.number, side);
        switch (answer.state) {
          case 'not-asked':
            return [];
          case 'no-lists':
            return [{ ...about, state: 'no-lists' }];
          case 'nothing':
            return [{ ...about, state: 'told', mandates: [], more: false, asOf: answer.asOf }];
          case 'answered': {
            const mandates = await named(scope, parts, answer.value.mandates);
            return [{ ...about, state: 'told', mandates, more: answer.value.more, asOf: answer.asOf }];
          }
          case 'not-allowed':
          case 'failed':
          case 'stale':
            return [{ ...about, state: 'silent' }];
        }
      }),
    ),
  );
  return told.flat();
}

/** As the register calls them; whose identity is protected here, by no name. */
async function named(
  scope: Scope,
  { secrets }: FollowParts,
  mandates: readonly MandateElsewhere[],
): Promise<ShownElsewhere[]> {
  const today = dateIn('SE', scope.now);
  const numbers = new Set(mandates.flatMap(({ others }) => others.map(({ number }) => number)));
  const read = [...numbers].map((number) => parseWritten(number, today)).filter((one) => one.kind !== 'none');
  const isProtected = await protectedNumbers(scope, secrets, read);
  return mandates.map((one) => ({
    ...one,
    others: one.others.map(({ number, name }) => (isProtected.has(number) ? null : name)),
  }));
}
