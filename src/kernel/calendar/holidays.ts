/** Whose calendar: Sweden, Finland, or Åland (Finland's banking days, its own time zone name). */
export type Country = 'SE' | 'FI' | 'AX';

type Rule = (year: number) => Temporal.PlainDate;

/** Easter Sunday of the Gregorian calendar (the anonymous computus: Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const lunar = (8 * century + 13) / 25;
  const moon = (19 * golden + century - Math.floor(century / 4) - Math.floor(lunar) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const correction = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const march = moon + weekday - 7 * correction + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(march / 31), day: (march % 31) + 1 });
}

function fixed(month: number, day: number): Rule {
  return (year) => Temporal.PlainDate.from({ year, month, day });
}

function fromEaster(days: number): Rule {
  return (year) => easterSunday(year).add({ days });
}

/** The Friday of 19-25 June. */
function midsummerEve(year: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: 6, day: 19 });
  return first.add({ days: (5 - first.dayOfWeek + 7) % 7 });
}

const both: readonly Rule[] = [
  fixed(1, 1),
  fixed(1, 6), // trettondedagen, loppiainen
  fromEaster(-2),
  fromEaster(1),
  fixed(5, 1),
  fromEaster(39), // Kristi himmelsfärdsdag, helatorstai
  midsummerEve,
  fixed(12, 24),
  fixed(12, 25),
  fixed(12, 26),
];

/**
 * The weekdays on which banks are closed and statutory time does not end; Saturdays and Sundays come beside them.
 * Sweden: lag (1989:253) om allmänna helgdagar, and the eves of lag (1930:173) om beräkning av lagstadgad tid, 2 §.
 * Finland: laki säädettyjen määräaikain laskemisesta (150/1930), 5 §; banks' own closing days are the same (Finance
 * Finland; Nordea's published list of bank holidays 2019-2022 was compared).
 * Åland keeps Finland's banking days: its autonomy day, 9 June, is not one of them.
 */
const rules: Readonly<Record<Country, readonly Rule[]>> = {
  SE: [...both, fixed(6, 6), fixed(12, 31)],
  FI: [...both, fixed(12, 6)],
  AX: [...both, fixed(12, 6)],
};

const known = new Map<string, ReadonlySet<string>>();

/** The closed days of a year that are not Saturdays or Sundays by themselves, as `2026-06-19`. */
export function closedDays(country: Country, year: number): ReadonlySet<string> {
  const key = `${country}${year}`;
  let days = known.get(key);
  if (!days) {
    days = new Set(rules[country].map((rule) => rule(year).toString()));
    known.set(key, days);
  }
  return days;
}
