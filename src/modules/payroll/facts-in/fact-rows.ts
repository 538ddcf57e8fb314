import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { InEach } from '../../../kernel/texts.ts';
import type { AboutPeople, Brought, IntakeTarget, Taking, TargetField, TargetRow } from '../../intake/index.ts';
import { type FactBodies, type FactKind, unpackFacts } from '../facts/fact.ts';
import { recordFactsIn } from '../facts/record-facts.ts';
import { employeeByNumber, partiesOfEmployees } from '../store/facts.ts';
import { common } from './field.ts';
import { says } from './says.ts';
import { settle, type Told } from './settle.ts';

/** What a row says, without when and of which employment. */
export type SaidBody =
  | { [Kind in FactKind]: { readonly kind: Kind; readonly body: FactBodies[Kind] } }[FactKind]
  | { readonly refused: InEach<string> };

/** Rows of one kind of fact: their fields, and what they say. Files and machines bring the same rows. */
export type FactRows = Pick<IntakeTarget, 'name' | 'label'> & {
  readonly fields: readonly TargetField[];
  said(row: TargetRow): SaidBody;
};

/** Those whose pay rows name, by the employer's numbers: who looks at them leaves a line. */
export const aboutEmployees: AboutPeople = {
  purpose: 'payroll.purpose.read',
  received: 'payroll.purpose.received',
  parties: (tx, authority, rows) =>
    partiesOfEmployees(
      tx,
      authority,
      rows.flatMap(({ number }) => number ?? []),
    ),
};

/** Rows as they are taken: into the facts of the employee that they name, and never into the bringer's own. */
export function targetOf({ name, label, fields, said }: FactRows): IntakeTarget {
  return {
    ...{ name, label, fields, about: aboutEmployees },
    async take(tx, scope, authority, row, brought) {
      const told = toldIn(row, fields, said);
      return 'refused' in told ? told : takeFact(tx, scope, authority, row.number ?? '', told, brought);
    },
  };
}

function toldIn(
  row: TargetRow,
  fields: readonly TargetField[],
  said: FactRows['said'],
): Told | { readonly refused: InEach<string> } {
  const { from = '', to = null } = row;
  if (to !== null && to < from) return { refused: says.order };
  const employment = fields.includes(common.employment) ? Number(row.employment ?? '1') : null;
  if (employment !== null && !(employment >= 1 && employment <= 99)) return { refused: says.employment };
  const body = said(row);
  if ('refused' in body) return body;
  const isOneDay = fields.includes(common.on);
  return { ...body, employment, from, to: isOneDay ? from : to, withdrawn: row.withdrawn === 'yes' } as Told; // kind and body are of the same
}

async function takeFact(
  tx: Tx,
  scope: Scope,
  authority: AuthorityId,
  number: string,
  told: Told,
  { by, source }: Brought,
): Promise<Taking> {
  const employee = await employeeByNumber(tx, authority, number);
  if (!employee) return { refused: says.nobody };
  if (isOwn(employee.party, by)) return { refused: says.own };
  const facts = settle(unpackFacts(employee.facts), told);
  if (facts.length === 0) return 'unchanged';
  await recordFactsIn(tx, scope, authority, employee.id, facts, source.slice(0, 200));
  return 'taken';
}

/** Nobody handles their own pay, whichever way it comes. */
export function isOwn(party: PartyId | null, by: readonly PartyId[]): boolean {
  return party !== null && by.includes(party);
}
