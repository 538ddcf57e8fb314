import { date } from './date.ts';

/** Never asked: as of which day the population register says what the fields beside it hold. Gone when they differ. */
export const registered = { ...date, parse: () => ({ value: undefined }) };
