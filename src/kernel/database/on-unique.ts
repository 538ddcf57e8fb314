import { Refusal } from '../refusal.ts';

const UNIQUE_VIOLATION = '23505';

/**
 * For `.catch(onUnique('cases.changed-meanwhile'))`: somebody else's row is there first, and the one who came second is
 * told so. Anything else is thrown on as it is.
 * @throws Refusal conflict
 */
export function onUnique(key: string): (error: unknown) => never {
  return (error) => {
    if ((error as { code?: unknown }).code === UNIQUE_VIOLATION) throw new Refusal('conflict', key);
    throw error;
  };
}
