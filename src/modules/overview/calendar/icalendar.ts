/** A whole day in a calendar. */
export type CalendarDay = {
  /** The same for the same thing each time, so that a calendar moves it instead of doubling it. */
  readonly uid: string;
  /** ISO 8601, as `2026-12-01`. */
  readonly on: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
};

export type CalendarFacts = {
  readonly name: string;
  readonly days: readonly CalendarDay[];
  readonly now: Temporal.Instant;
};

const PRODUCT = '-//Allmanning//Min arendeoversikt//SV';
const LINE_OCTETS = 75;

/** Commas, semicolons and backslashes mean something, and a line ends a property (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');
}

/** A line of more than 75 octets goes on after a space on the next (RFC 5545, 3.1); no letter is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const letter of line) {
    if (Buffer.byteLength(current) + Buffer.byteLength(letter) > LINE_OCTETS) {
      lines.push(current);
      current = ' ';
    }
    current += letter;
  }
  return [...lines, current].join('\r\n');
}

const basic = (iso: string) => iso.replaceAll(/[-:]/g, '');

function eventOf({ uid, on, summary, description, url }: CalendarDay, stamp: string): readonly string[] {
  const next = Temporal.PlainDate.from(on).add({ days: 1 }).toString();
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    `DTEND;VALUE=DATE:${basic(next)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A calendar as iCalendar (RFC 5545), with the name that RFC 7986 gives it. */
export function icalendarOf({ name, days, now }: CalendarFacts): string {
  const stamp = basic(now.round('second').toString());
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...days.flatMap((day) => eventOf(day, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
