import { accountNames } from '../texts/fact-words.ts';
import { decimal } from './csv.ts';
import { toPc8 } from './pc8.ts';
import type { ReportInput, Written } from './report.ts';
import { isKeptBack, keptBack } from './report.ts';
import type { VoucherAccount } from './terms.ts';
import { debitOf, type VoucherRow, voucherOf, voucherProblems } from './voucher.ts';

const owed: Readonly<Record<'net-payable' | 'employer-payable', string>> = {
  'net-payable': 'Löner att betala ut',
  'employer-payable': 'Arbetsgivaravgifter att betala',
};

/** A voucher as SIE type 4I (SIE-gruppen, file format 4B): one verification that balances, in PC8, lines end CR LF. */
export function writeSie(input: ReportInput): Written {
  const { employer, terms, period, paid, at } = input;
  const rows = voucherOf(paid);
  const problems = voucherProblems(rows, input);
  if (isKeptBack(problems)) return keptBack(problems);
  const day = (paid[0]?.row.paymentDate ?? period).replaceAll('-', '');
  const made = at.toString().slice(0, 10).replaceAll('-', '');
  const used = [...new Set(rows.map(({ account }) => account))];
  const number = (account: VoucherAccount) => terms.accounts[account] ?? '';
  const lines = [
    ...['#FLAGGA 0', '#PROGRAM "Allmänning" "1"', '#FORMAT PC8', `#GEN ${made}`, '#SIETYP 4'],
    ...(terms.number === '' ? [] : [`#ORGNR ${terms.number}`]),
    `#FNAMN ${quoted(employer.name)}`,
    ...used.map((account) => `#KONTO ${number(account)} ${quoted(nameOf(account))}`),
    ...dimensions.flatMap((dimension, at) => objectsIn(dimension, at, rows)),
    `#VER "LON" "" ${day} ${quoted(`Löner ${period.slice(0, 7)}`)}`,
    '{',
    ...rows.map(({ account, objects, amount }) => {
      const borne = objects.flatMap((object, at) =>
        object === '' ? [] : `"${dimensions[at]?.number}" ${quoted(object)}`,
      );
      return `   #TRANS ${number(account)} {${borne.join(' ')}} ${decimal(amount)}`;
    }),
    '}',
  ];
  const content = toPc8(lines.map((line) => `${line}\r\n`).join(''));
  return { content, rows: rows.length, total: debitOf(rows), entries: [], problems };
}

/** In the order of a string of accounts. 1 and 6 are the format's own (SIE 4B, 8.17), from 20 on they are free. */
const dimensions = [
  { number: 1, name: 'Kostnadsställe' },
  { number: 20, name: 'Verksamhet' },
  { number: 6, name: 'Projekt' },
] as const;

function objectsIn({ number, name }: (typeof dimensions)[number], at: number, rows: readonly VoucherRow[]): string[] {
  const objects = [...new Set(rows.flatMap(({ objects: all }) => all[at] || []))].sort();
  if (objects.length === 0) return [];
  return [`#DIM ${number} "${name}"`, ...objects.map((one) => `#OBJEKT ${number} ${quoted(one)} ${quoted(one)}`)];
}

function nameOf(account: VoucherAccount): string {
  return account === 'net-payable' || account === 'employer-payable' ? owed[account] : accountNames[account].sv;
}

/** A field in quotes: a quote is written with a backslash, control characters are not allowed (SIE 4B, 5.7). */
function quoted(text: string): string {
  return `"${text
    .replaceAll(/[\p{C}]/gu, ' ')
    .replaceAll('\\', ' ')
    .replaceAll('"', '\\"')}"`;
}
