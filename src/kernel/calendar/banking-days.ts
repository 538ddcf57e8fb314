import { type Country, closedDays } from './holidays.ts';

/** A day on which banks work: no Saturday, Sunday, holiday, or eve that the law treats as one. */
export function isBankingDay(day: Temporal.PlainDate, country: Country): boolean {
  return day.dayOfWeek <= 5 && !closedDays(country, day.year).has(day.toString());
}

/** The day itself when banks work on it, else the first one after. Statutory time that ends on a holiday ends here. */
export function bankingDayOnOrAfter(day: Temporal.PlainDate, country: Country): Temporal.PlainDate {
  let found = day;
  while (!isBankingDay(found, country)) found = found.add({ days: 1 });
  return found;
}

/** The day itself when banks work on it, else the last one before. Wages due on a holiday are paid here. */
export function bankingDayOnOrBefore(day: Temporal.PlainDate, country: Country): Temporal.PlainDate {
  let found = day;
  while (!isBankingDay(found, country)) found = found.subtract({ days: 1 });
  return found;
}

/** The `count`th banking day after `day` (before it, when below zero). Zero gives the day itself, working or not. */
export function addBankingDays(day: Temporal.PlainDate, count: number, country: Country): Temporal.PlainDate {
  const step = Math.sign(count);
  let found = day;
  for (let left = Math.abs(count); left > 0; ) {
    found = found.add({ days: step });
    if (isBankingDay(found, country)) left--;
  }
  return found;
}
