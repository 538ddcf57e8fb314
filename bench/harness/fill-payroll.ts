import type pg from 'pg';
import { derivedId } from '../../src/kernel/ids.ts';

/** Payers of the bench: made-up numbers behind the municipalities of Åland. */
export const employers = Array.from({ length: 16 }, (_none, n) => 2480900 + n);

/** Always the same row of numbers between 0 and 1. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

type FilledFact = readonly [number, string, number | null, string, string | null, object];

const shifts = ['evening', 'night', 'saturday', 'sunday'] as const;

/** One employee's facts: 40 % plain monthly pay, 25 % with shifts, 15 % absent, 10 % benefits, 5 % garnishment, 5 % union. */
function factsOf(n: number, random: () => number, months: readonly string[]): FilledFact[] {
  let seq = 0;
  const facts: FilledFact[] = [];
  const add = (kind: string, from: string, to: string | null, body: object, employment: number | null = 1) => {
    facts.push([++seq, kind, employment, from, to, body]);
  };
  const monthly = 210_000 + Math.floor(random() * 200_000);
  add('employment', '2020-01-01', null, { title: 'Vårdare', position: `p${n}`, unit: `u${n % 40}` });
  add('salary', '2025-10-01', null, { monthly, share: 1_000_000 });
  add('supplement', '2024-01-01', null, { code: 'personal-supplement', amount: 5_000 });
  add('service', '2020-01-01', null, { since: '2019-03-01' }, null);
  add('account', '2020-01-01', null, { index: `a${n}`, ending: String(1000 + (n % 9000)) }, null);
  for (const year of ['2025', '2026'])
    add(
      'tax-card',
      `${year}-01-01`,
      null,
      { basePercent: 185_000, yearLimit: 9_000_000, additionalPercent: 350_000 },
      null,
    );
  const kind = n % 20;
  if (kind >= 8 && kind < 13)
    for (const month of months)
      for (const [at, code] of shifts.entries())
        add('time', `${month}-0${at + 1}`, `${month}-2${at}`, {
          code,
          quantity: 80_000 + 10_000 * ((n + at) % 8),
          approved: true,
        });
  else if (kind >= 13 && kind < 16)
    for (const month of months) add('absence', `${month}-10`, `${month}-14`, { cause: 'sick', pay: 'two-thirds' });
  else if (kind >= 16 && kind < 18) {
    add('benefit', '2025-01-01', null, { code: 'phone', amount: 2_000 });
    add('benefit', '2025-01-01', null, { code: 'meal', amount: 8_600 });
  } else if (kind === 18) add('garnishment', '2025-01-01', null, { reserved: 127_470 }, null);
  else if (kind === 19) add('union', '2025-01-01', null, { amount: 3_000 }, null);
  return facts;
}

/** Employees of the sixteen employers with their facts, the same every time. */
export async function fillPayroll(owner: pg.Client, employees: number, months: readonly string[]): Promise<void> {
  const random = seeded(20260522);
  await owner.query(
    `insert into directory.authority (authority_id, kind, country, code, name, slug)
     select id, 'municipality', 'AX', right(id::text, 3), 'Prov ' || id, 'prov-' || id from unnest($1::int[]) id`,
    [employers],
  );
  for (const [place, authority] of employers.entries()) {
    const rows: object[] = [];
    for (let n = place; n < employees; n += employers.length) {
      const facts = factsOf(n, random, months);
      rows.push({
        id: derivedId('bench employee', String(n)),
        number: String(n),
        birth: `${1962 + (n % 40)}-0${1 + (n % 9)}-1${n % 9}`,
        seq: facts.length,
        facts: JSON.stringify(facts),
        account: `a${n}`,
      });
    }
    await owner.query(
      `insert into payroll.employee (authority_id, employee_id, number, name, party_id, birth_date, country, seq, facts, account_index)
       select $1, id, number, 'Prov ' || number, null, birth, 'AX', seq, facts, account
       from json_to_recordset($2::json) as r(id uuid, number text, birth date, seq int, facts text, account text)`,
      [authority, JSON.stringify(rows)],
    );
  }
  await owner.query('vacuum analyze payroll.employee');
}
