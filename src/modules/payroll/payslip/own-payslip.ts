import { pipelined } from '../../../kernel/database/pipelined.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { type Authority, authorityBySlug } from '../../directory/index.ts';
import { linesOf } from '../read-pay.ts';
import { type Employee, ownEmployee } from '../store/facts.ts';
import { ownPayslips } from '../store/payslips.ts';
import { type Compared, compare } from './compare.ts';

/** Ten years of monthly pay. */
const MOST = 120;

export type OwnPayslip = { readonly authority: Authority; readonly employee: Employee; readonly compared: Compared };

/**
 * One of a person's own payslips, against the one before it.
 * @throws Refusal not-found alike for another's and for one that is not there
 */
export async function readOwnPayslip(scope: Scope, slug: string, run: string): Promise<OwnPayslip> {
  await permit(scope, 'payroll.read-own', {});
  const party = scope.principal as PartyId; // a resident's scope has one, or permit has refused
  const authority = await authorityBySlug(scope, slug).catch(() => undefined);
  const [rows, employees] = await scope.read((tx) => pipelined([ownPayslips(tx, party, MOST), ownEmployee(tx, party)]));
  const there = rows.filter((row) => row.authority === authority?.id);
  const at = there.findIndex((row) => row.run === run);
  const row = there[at];
  const employee = employees.find(({ authority: by, id }) => by === authority?.id && id === row?.employee);
  const earlier = there.slice(at + 1).find((one) => one.employee === row?.employee);
  const [view, before] = await linesOf(
    scope,
    [row, earlier].flatMap((one) => one ?? []),
  );
  if (!authority || !employee || !view) throw new Refusal('not-found', 'payroll.payslip.not-found');
  return { authority, employee, compared: compare(view, before) };
}
