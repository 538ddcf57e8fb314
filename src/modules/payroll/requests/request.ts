import type { LineCode } from '../engine/codes.ts';
import type { Day } from '../engine/day.ts';
import type { FactBodies } from '../facts/fact.ts';

export type RequestState = 'waiting' | 'approved' | 'refused' | 'withdrawn';

/** Absence or hours, as an employee says them. */
export type Said =
  | { readonly kind: 'absence'; readonly from: Day; readonly to: Day; readonly body: FactBodies['absence'] }
  | { readonly kind: 'time'; readonly from: Day; readonly to: Day; readonly body: FactBodies['time'] };

/** What an employee may say by themselves; whether it is paid is for the agreement and the manager. */
export const absences = [
  'sick',
  'holiday',
  'parental',
  'leave',
] as const satisfies readonly FactBodies['absence']['cause'][];
export const hours = {
  AX: ['hourly', 'additional-hours', 'evening', 'night', 'saturday', 'sunday', 'overtime-simple', 'overtime-qualified'],
  SE: ['hourly', 'additional-hours', 'ob-a', 'ob-b', 'ob-c', 'ob-d', 'overtime-simple', 'overtime-qualified'],
} as const satisfies Readonly<Record<'AX' | 'SE', readonly LineCode[]>>;
