import { Refusal } from '../refusal.ts';

const UNIQUE_VIOLATION = '23505';
const NO_DATA_FOUND = 'P0002';

/**
 * For `.catch(onUnique('cases.changed-meanwhile'))`: somebody else's row is there first, and the one who came second is
 * told so. Anything else is thrown on as it is.
 * @throws Refusal conflict
 */
export function onUnique(key: string): (error: unknown) => never {
  return onCode(UNIQUE_VIOLATION, key);
}

/**
 * The same for a row that `kernel.as_read` has not found as it was read.
 * @throws Refusal conflict
 */
export function onChanged(key: string): (error: unknown) => never {
  return onCode(NO_DATA_FOUND, key);
}

function onCode(code: string, key: string): (error: unknown) => never {
  return (error) => {
    if ((error as { code?: unknown }).code === code) throw new Refusal('conflict', key);
    throw error;
  };
}
