import { createHash } from 'node:crypto';
import { type Part, writeXml } from '../../../kernel/xml/write-xml.ts';
import type { LineCode } from '../engine/codes.ts';
import type { Line } from '../engine/line.ts';
import { grossOf } from '../engine/overpaid.ts';
import { absencesOf, checkAbsences } from './agi-absence.ts';
import { ownLines } from './recovered.ts';
import { type Entry, isKeptBack, keptBack, type Paid, type Problem, type ReportInput, type Written } from './report.ts';
import type { TermField } from './terms.ts';

const INSTANCE = 'http://xmls.skatteverket.se/se/skatteverket/da/instans/schema/1.1';
const COMPONENT = 'http://xmls.skatteverket.se/se/skatteverket/da/komponent/schema/1.1';
const required: readonly TermField[] = ['number', 'creator', 'contactName', 'contactPhone', 'contactEmail'];

/** Amounts of an individual statement, in öre; housing is flagged (043) and its value counted among other benefits. */
type Statement = {
  readonly cash: number;
  readonly other: number;
  readonly car: number;
  readonly meal: number;
  readonly housing: number;
  readonly tax: number;
  readonly contributions: number;
};

const benefits: Readonly<Partial<Record<LineCode, 'other' | 'car' | 'meal' | 'housing'>>> = {
  ...{ phone: 'other', car: 'car', meal: 'meal', housing: 'housing' },
};

/**
 * The employer's declaration of a month to Skatteverket (AGI, SKV 269; lag 2011:1244, 26 kap.): a main statement and one
 * for each person, whose specification number never changes. Öre are dropped from each amount (SFF 2011:1261, 22 kap.
 * 1 §); the contributions are summed in öre first.
 */
export function writeAgi(input: ReportInput): Written {
  const { terms, paid, period, earlier, numberOf, specificationOf, production } = input;
  const problems: Problem[] = required
    .filter((field) => terms[field] === '')
    .map((field) => ({ kind: 'terms-missing', employee: null, detail: field }));
  const month = period.slice(0, 7).replace('-', '');
  const employer = identityOf(terms.number);
  const entries: Entry[] = [];
  const statements: Part[] = [];
  const sums = { tax: 0, contributions: 0, cash: 0 };
  for (const [id, payments] of Map.groupBy(paid, ({ employee }) => employee.id)) {
    const said = statementOf(payments);
    const number = numberOf(id);
    const own = troubleOf(payments, said, number, production);
    problems.push(...own);
    if (own.length > 0) continue;
    const before = earlier.get(id);
    const isNothing = said.cash === 0 && said.tax === 0 && said.other + said.car + said.meal + said.housing === 0;
    if (isNothing && (!before || before.removed)) continue;
    const specification = String(specificationOf(id));
    const who = individual(employer, number ?? '', month, specification);
    statements.push(formOf(employer, month, ['agd:IU', [...who, ...(isNothing ? removed : amountsOf(said))]]));
    const digest = createHash('sha256')
      .update(JSON.stringify([said, isNothing]))
      .digest('hex');
    const version = (before?.version ?? 0) + 1;
    entries.push({ employee: id, about: `agi ${month}`, entry: specification, version, digest, removed: isNothing });
    sums.tax += whole(said.tax);
    sums.contributions += said.contributions;
    sums.cash += said.cash;
  }
  const absences = absencesOf(input, employer, month);
  problems.push(...absences.problems);
  if (statements.length + absences.parts.length === 0) problems.push({ kind: 'nothing', employee: null, detail: '' });
  if (isKeptBack(problems)) return keptBack(problems);
  const main: Part[] = [
    ['agd:ArbetsgivareHUGROUP', [field('AgRegistreradId', '201', employer)]],
    field('RedovisningsPeriod', '006', month),
    field('SummaArbAvgSlf', '487', String(whole(sums.contributions))),
    field('SummaSkatteavdr', '497', String(sums.tax)),
  ];
  const content = writeXml([
    'Skatteverket',
    [
      senderOf(input),
      ...shared(input, employer),
      formOf(employer, month, ['agd:HU', main]),
      ...statements,
      ...absences.parts,
    ],
    { omrade: 'Arbetsgivardeklaration', xmlns: INSTANCE, 'xmlns:agd': COMPONENT },
  ]);
  for (const detail of checkAbsences(content)) problems.push({ kind: 'structure', employee: null, detail });
  if (isKeptBack(problems)) return keptBack(problems);
  entries.push(...absences.entries);
  return { content, rows: statements.length, total: sums.cash, entries, problems };
}

const removed: readonly Part[] = [field('Borttag', '205', '1')];

/** An element with its field code. */
function field(name: string, code: string, content: string): Part {
  return [`agd:${name}`, content, { faltkod: code }];
}

/** Whole kronor: öre are dropped. */
function whole(ore: number): number {
  return Math.trunc(ore / 100);
}

/** Twelve digits: `16` before the ten of an organisation. */
function identityOf(number: string): string {
  return `16${number.replace('-', '')}`;
}

function statementOf(payments: readonly Paid[]): Statement {
  const lines = payments.flatMap((one) => ownLines(one.lines));
  const claims = payments.flatMap((one) => one.claims);
  const sum = (of: (line: Line) => boolean) => lines.reduce((all, line) => (of(line) ? all + line.amount : all), 0);
  const inKind = (kind: string) => sum(({ code }) => benefits[code] === kind);
  return {
    cash: claims.reduce((cash, claim) => cash - grossOf(claim), sum(isCash)),
    other: inKind('other'),
    car: inKind('car'),
    meal: inKind('meal'),
    housing: inKind('housing'),
    tax: 0 - sum(({ code }) => code === 'tax'),
    contributions: claims
      .flatMap(({ employer }) => employer)
      .reduce(
        (all, { code, amount }) => (code === 'employer-contributions' ? all + amount : all),
        sum(({ code }) => code === 'employer-contributions'),
      ),
  };
}

const notCash = new Set<string>([
  ...['tax', 'pension', 'unemployment', 'garnishment', 'union-fee', 'benefits-not-paid'],
  ...['tax-returned', 'repayment-claim', 'repayment', 'repaid'],
  ...Object.keys(benefits),
]);

function isCash({ code }: Line): boolean {
  return !notCash.has(code) && !code.startsWith('employer-');
}

function amountsOf({ cash, other, car, meal, housing, tax }: Statement): readonly Part[] {
  const amount = (name: string, code: string, ore: number) =>
    whole(ore) === 0 ? [] : [field(name, code, String(whole(ore)))];
  return [
    ...amount('KontantErsattningUlagAG', '011', cash),
    ...amount('SkatteplOvrigaFormanerUlagAG', '012', other + housing),
    ...amount('SkatteplBilformanUlagAG', '013', car),
    ...amount('KostformanUlagAG', '015', meal),
    ...(housing === 0 ? [] : [field('BostadsformanEjSmahusUlagAG', '043', '1')]),
    field('AvdrPrelSkatt', '001', String(whole(tax))),
  ];
}

function individual(employer: string, person: string, month: string, specification: string): readonly Part[] {
  return [
    ['agd:ArbetsgivareIUGROUP', [field('AgRegistreradId', '201', employer)]],
    [
      'agd:BetalningsmottagareIUGROUP',
      [['agd:BetalningsmottagareIDChoice', [field('BetalningsmottagarId', '215', person)]]],
    ],
    field('RedovisningsPeriod', '006', month),
    field('Specifikationsnummer', '570', specification),
  ];
}

function formOf(employer: string, month: string, content: Part): Part {
  const about: Part[] = [
    ['agd:Arendeagare', employer],
    ['agd:Period', month],
  ];
  return [
    'agd:Blankett',
    [
      ['agd:Arendeinformation', about],
      ['agd:Blankettinnehall', [content]],
    ],
  ];
}

function contactOf({ terms }: ReportInput): readonly Part[] {
  return [
    ['agd:Namn', terms.contactName],
    ['agd:Telefon', terms.contactPhone],
    ['agd:Epostadress', terms.contactEmail],
  ];
}

/** Who made the file: the payroll office, which need not be the employer. */
function senderOf(input: ReportInput): Part {
  return [
    'agd:Avsandare',
    [
      ['agd:Programnamn', 'Allmänning'],
      ['agd:Organisationsnummer', identityOf(input.terms.creator)],
      ['agd:TekniskKontaktperson', contactOf(input)],
      ['agd:Skapad', input.at.round('second').toString().replace('Z', '')],
    ],
  ];
}

function shared(input: ReportInput, employer: string): readonly Part[] {
  const about: Part[] = [
    ['agd:AgRegistreradId', employer],
    ['agd:Kontaktperson', contactOf(input)],
  ];
  return [['agd:Blankettgemensamt', [['agd:Arbetsgivare', about]]]];
}

/** What would be refused there, found before: named by the person's number with the employer. */
function troubleOf(
  payments: readonly Paid[],
  said: Statement,
  number: string | null,
  production: boolean,
): readonly Problem[] {
  const employee = payments[0]?.employee.number ?? null;
  const found: Problem[] = [];
  if (number === null || !/^\d{12}$/.test(number)) found.push({ kind: 'number-missing', employee, detail: '' });
  for (const [name, amount] of Object.entries(said))
    if (amount < 0) found.push({ kind: 'negative-amount', employee, detail: name });
  const unverified = payments.flatMap(({ lines }) => lines).find(({ verified }) => !verified);
  if (production && unverified) found.push({ kind: 'unverified', employee, detail: unverified.code });
  return found;
}
