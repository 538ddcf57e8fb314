/** A day as it is written, `2026-05-25`: in the order of time also as text, and stored as it is. */
export type Day = string;

/** Days from the first to the last, both inside. */
export type Period = { readonly from: Day; readonly to: Day };

export function yearOf(day: Day): number {
  return digits(day, 0) * 100 + digits(day, 2);
}

export function monthOf(day: Day): number {
  return digits(day, 5);
}

export function dayOfMonth(day: Day): number {
  return digits(day, 8);
}

/** Two digits of the text, without making a text of them: a payslip asks some ten times. */
function digits(day: Day, at: number): number {
  return (day.charCodeAt(at) - 48) * 10 + day.charCodeAt(at + 1) - 48;
}

/** How many calendar months the month of `day` lies after the month of `birthDate`. */
export function monthsBetween(birthDate: Day, day: Day): number {
  return (yearOf(day) - yearOf(birthDate)) * 12 + monthOf(day) - monthOf(birthDate);
}

/**
 * Whether somebody is inside the ages (both inclusive), by `monthsBetween` the birth date and the day: from the month
 * after the one in which the first is reached, to the end of the month in which the year after the last is.
 */
export function isInsideAges(months: number, first: number, last: number): boolean {
  return months > first * 12 && months <= (last + 1) * 12;
}

export function daysInMonth(day: Day): number {
  const month = monthOf(day);
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  const year = yearOf(day);
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

export function addDays(day: Day, count: number): Day {
  const inMonth = dayOfMonth(day) + count;
  if (inMonth >= 1 && (inMonth <= 28 || inMonth <= daysInMonth(day)))
    return `${day.slice(0, 8)}${inMonth < 10 ? '0' : ''}${inMonth}`; // mostly
  return new Date(epoch(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `from` to `to`, both counted. */
export function daysIn(period: Period): number {
  const sameMonth = yearOf(period.from) === yearOf(period.to) && monthOf(period.from) === monthOf(period.to);
  if (sameMonth) return dayOfMonth(period.to) - dayOfMonth(period.from) + 1;
  return (epoch(period.to) - epoch(period.from)) / DAY_MS + 1;
}

/** Monday is 1, Sunday 7. */
export function weekday(day: Day): number {
  return new Date(epoch(day)).getUTCDay() || 7;
}

/** The whole calendar month of the day. */
export function monthAround(day: Day): Period {
  const month = day.slice(0, 8);
  return { from: `${month}01`, to: `${month}${daysInMonth(day)}` };
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const DAY_MS = 86_400_000;

function epoch(day: Day): number {
  return Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonth(day));
}
