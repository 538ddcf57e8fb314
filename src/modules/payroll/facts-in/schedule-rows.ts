import type { InEach } from '../../../kernel/texts.ts';
import type { TargetRow } from '../../intake/index.ts';
import type { Stint } from '../engine/agreement/work-week.ts';
import { FINE } from '../engine/amount.ts';
import type { FactRows } from './fact-rows.ts';
import { last, ofEmployment, optional, parts } from './field.ts';
import { says } from './says.ts';

const week = [
  { name: 'monday', label: { sv: 'måndag', fi: 'maanantaina', en: 'Monday' } },
  { name: 'tuesday', label: { sv: 'tisdag', fi: 'tiistaina', en: 'Tuesday' } },
  { name: 'wednesday', label: { sv: 'onsdag', fi: 'keskiviikkona', en: 'Wednesday' } },
  { name: 'thursday', label: { sv: 'torsdag', fi: 'torstaina', en: 'Thursday' } },
  { name: 'friday', label: { sv: 'fredag', fi: 'perjantaina', en: 'Friday' } },
  { name: 'saturday', label: { sv: 'lördag', fi: 'lauantaina', en: 'Saturday' } },
  { name: 'sunday', label: { sv: 'söndag', fi: 'sunnuntaina', en: 'Sunday' } },
] as const satisfies readonly { readonly name: string; readonly label: InEach<string> }[];

const hours = week.map(({ name, label }) =>
  optional(
    name,
    'decimal',
    { sv: `Timmar ${label.sv}`, fi: `Tunnit ${label.fi}`, en: `Hours ${label.en}` },
    { decimals: 4 },
  ),
);
const times = week.map(({ name, label }) =>
  optional(
    `${name}-times`,
    'text',
    {
      sv: `Klockslag ${label.sv} (07.00–11.30 12.00–16.00)`,
      fi: `Kellonajat ${label.fi} (07.00–11.30 12.00–16.00)`,
      en: `Times ${label.en} (07.00–11.30 12.00–16.00)`,
    },
    { maxLength: 60 },
  ),
);

const DAY = 1440;

/** `07.00–11.30 12:00-16:00` as minutes of the day, a night going on into the next; undefined when it can not be read. */
export function readStints(text: string): readonly Stint[] | undefined {
  const stints: Stint[] = [];
  for (const part of text.trim().split(/[\s,]+/)) {
    const read = /^([01]?\d|2[0-3])[.:]([0-5]\d)[-–](([01]?\d|2[0-3])[.:]([0-5]\d)|24[.:]00)$/.exec(part);
    if (!read) return undefined;
    const start = Number(read[1]) * 60 + Number(read[2]);
    const end = read[4] === undefined ? DAY : Number(read[4]) * 60 + Number(read[5]);
    stints.push([start, end > start ? end : end + DAY]);
  }
  const overlaps = stints.some(([start], n) => n > 0 && start < (stints[n - 1]?.[1] ?? 0));
  return overlaps ? undefined : stints;
}

/** A week of work: hours of each day, or the times of the day that make them. */
export const schedules: FactRows = {
  name: 'payroll.schedules',
  label: { sv: 'Scheman', fi: 'Työvuorolistat', en: 'Schedules' },
  fields: [...ofEmployment, ...hours, ...times, ...last],
  said(row: TargetRow) {
    const read = week.map(({ name }) => {
      const text = row[`${name}-times`];
      return text === undefined || text.trim() === '' ? [] : readStints(text);
    });
    const stints = read.filter((one) => one !== undefined);
    if (stints.length < week.length) return { refused: says.times };
    const [mo = 0, tu = 0, we = 0, th = 0, fr = 0, sa = 0, su = 0] = week.map(({ name }, n) =>
      row[name] === undefined ? lengthOf(stints[n] ?? []) : parts(row[name], FINE),
    );
    const said = [mo, tu, we, th, fr, sa, su] as const;
    if (said.some((one) => one < 0 || one > 24 * FINE) || said.every((one) => one === 0)) return { refused: says.week };
    const timed = stints.some((day) => day.length > 0) ? { stints } : {};
    return { kind: 'schedule', body: { hours: said, ...timed } };
  },
};

function lengthOf(stints: readonly Stint[]): number {
  return Math.round((stints.reduce((sum, [start, end]) => sum + end - start, 0) * FINE) / 60);
}
