import type { Secrets } from '../../../kernel/secrets.ts';
import type { IntakeTarget } from '../../intake/index.ts';
import { oldLinesFromFile } from '../parallel/old-lines-from-file.ts';
import { employmentRows } from './employment-rows.ts';
import { eventRows } from './event-rows.ts';
import { targetOf } from './fact-rows.ts';
import { personRows } from './person-rows.ts';

/** Everything that an employer's payroll takes from files. */
export function targetsFromFile(secrets: Secrets): readonly IntakeTarget[] {
  return [personRows(secrets), ...[...employmentRows, ...eventRows].map(targetOf), oldLinesFromFile];
}
