import { dateIn } from '../../../kernel/calendar/format.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import { parsePersonNumber } from '../../../kernel/identifiers/parse.ts';
import { type AuthorityId, newId, type PartyId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { authorityWithin } from '../../directory/index.ts';
import { partyByNumberIn } from '../../identity/index.ts';
import type { Brought, IntakeTarget, Taking, TargetRow } from '../../intake/index.ts';
import { employeeByNumber, insertEmployees, updateEmployee } from '../store/facts.ts';
import { aboutEmployees, isOwn } from './fact-rows.ts';
import { common, optional, required } from './field.ts';
import { says } from './says.ts';

/** The persons whom an employer pays, by its own numbers; an identity number says who finds the payslips as their own. */
export function personRows(secrets: Secrets): IntakeTarget {
  return {
    name: 'payroll.persons',
    label: { sv: 'Anställda', fi: 'Työntekijät', en: 'Employees' },
    fields: [
      common.number,
      required('name', 'text', { sv: 'Namn', fi: 'Nimi', en: 'Name' }),
      required('birthDate', 'date', { sv: 'Födelsedatum', fi: 'Syntymäaika', en: 'Birth date' }),
      optional(
        'identityNumber',
        'text',
        { sv: 'Personnummer', fi: 'Henkilötunnus', en: 'Identity number' },
        { maxLength: 20, secret: true },
      ),
    ],
    about: aboutEmployees,
    take: (tx, scope, authority, row, brought) => takePerson(tx, scope, secrets, authority, row, brought),
  };
}

async function takePerson(
  tx: Tx,
  scope: Scope,
  secrets: Secrets,
  authority: AuthorityId,
  { number = '', name = '', birthDate = '', identityNumber }: TargetRow,
  { by }: Brought,
): Promise<Taking> {
  const { country } = await authorityWithin(tx, authority);
  const known = await employeeByNumber(tx, authority, number);
  if (known && known.birthDate !== birthDate) return { refused: says.birthDate };
  const found = await personOf(tx, scope, secrets, country === 'SE' ? 'SE' : 'FI', identityNumber, birthDate);
  if (found === 'wrong') return { refused: says.identityNumber };
  const party = found ?? known?.party ?? null;
  if (isOwn(party, by) || isOwn(known?.party ?? null, by)) return { refused: says.own };
  if (!known) {
    const person = {
      id: newId<string>(),
      number,
      name,
      party,
      birthDate,
      country: country === 'SE' ? 'SE' : 'AX',
    } as const;
    await insertEmployees(tx, authority, [{ ...person, seq: 0, facts: '[]', account: null }]);
    return 'taken';
  }
  if (known.party !== null && known.party !== party) return { refused: says.anotherPerson };
  if (known.name === name && known.party === party) return 'unchanged';
  await updateEmployee(tx, { authority, id: known.id }, { name, party });
  return 'taken';
}

async function personOf(
  tx: Tx,
  scope: Scope,
  secrets: Secrets,
  country: 'SE' | 'FI',
  text: string | undefined,
  birthDate: string,
): Promise<PartyId | null | 'wrong'> {
  if (text === undefined) return null;
  const number = parsePersonNumber(text, dateIn('SE', scope.now), country);
  if (number.kind === 'none' || number.born.toString() !== birthDate) return 'wrong';
  return partyByNumberIn(tx, secrets, number, scope.now);
}
