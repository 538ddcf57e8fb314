/** A day as it was typed, in three fields; kept as typed when it is refused. */
export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

/** The names under which `<DateField name="born">` posts: `born-day`, `born-month`, `born-year`. */
export function datePartNames(name: string): DateParts {
  return { day: `${name}-day`, month: `${name}-month`, year: `${name}-year` };
}

/** What a form's body holds for a date field; missing parts are empty. */
export function datePartsIn(body: Readonly<Record<string, unknown>>, name: string): DateParts {
  const names = datePartNames(name);
  return { day: text(body[names.day]), month: text(body[names.month]), year: text(body[names.year]) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** The day, `empty` when nothing was typed, `invalid` when it is no day in the calendar (years 1850 to 2199). */
export function dayOf(parts: DateParts): Temporal.PlainDate | 'empty' | 'invalid' {
  if (!parts.day && !parts.month && !parts.year) return 'empty';
  const [day, month, year] = [parts.day, parts.month, parts.year].map((part) =>
    /^\d{1,4}$/.test(part) ? Number(part) : 0,
  );
  if (!day || !month || !year || year < 1850 || year > 2199) return 'invalid';
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return 'invalid';
  }
}

/** The parts of a day that is known, or of what was typed before. */
export function partsOf(value: Temporal.PlainDate | DateParts | undefined): DateParts {
  if (value === undefined) return { day: '', month: '', year: '' };
  if (value instanceof Temporal.PlainDate) {
    return { day: String(value.day), month: String(value.month), year: String(value.year) };
  }
  return value;
}
