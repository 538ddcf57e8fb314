import { createHash } from 'node:crypto';
import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm';
import type { Part } from '../../../kernel/xml/write-xml.ts';
import { weekdays, workedIn } from '../engine/agreement/ab-leave.ts';
import { within } from '../engine/agreement/terms.ts';
import { type Day, dayOfMonth, type Period } from '../engine/day.ts';
import { type Fact, isValidIn } from '../facts/fact.ts';
import type { Entry, Problem, ReportInput } from './report.ts';

/** The first month that Skatteverket takes absence for (SKV 269, technical description 1.1.13 and on). */
const FIRST = '202501';

/** Days of work in a month on which somebody was away as a parent: by the schedule, else Monday to Friday. */
export function parentalDays(facts: readonly Fact[], month: Period): readonly Day[] {
  const days = facts.flatMap((fact) => {
    if (fact.kind !== 'absence' || fact.body.cause !== 'parental') return [];
    const part = within({ from: fact.from, to: fact.to ?? month.to }, month);
    const week = facts.findLast(
      (one) => one.kind === 'schedule' && one.employment === fact.employment && isValidIn(one, fact.from, fact.from),
    );
    const worked =
      week?.kind === 'schedule' ? new Set(week.body.hours.flatMap((hours, n) => (hours > 0 ? [n + 1] : []))) : weekdays;
    return workedIn(part, worked);
  });
  return [...new Set(days)].sort();
}

const field = (name: string, code: string, content: string): Part => [`agd:${name}`, content, { faltkod: code }];

/**
 * What absence with parental benefit the declaration has (frånvarouppgift): one for each whole day, under the number of its
 * day of the month, which never changes; and one that takes away each day that was handed over and is none any more.
 */
export function absencesOf(input: ReportInput, employer: string, month: string) {
  const parts: Part[] = [];
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const { id, number: name, days } of month < FIRST ? [] : input.absent) {
    const before = input.earlierAbsence.get(id);
    const gone = [...daysIn(before?.entry ?? '')].filter((day) => !days.some((one) => dayOfMonth(one) === day));
    if (days.length + gone.length === 0) continue;
    const number = input.numberOf(id);
    if (number === null || !/^\d{12}$/.test(number)) {
      problems.push({ kind: 'number-missing', employee: name, detail: '' });
      continue;
    }
    const one = (day: number, last: Part): Part => [
      'agd:Franvarouppgift',
      [
        field('AgRegistreradId', '201', employer),
        field('RedovisningsPeriod', '006', month),
        field('FranvaroDatum', '821', `${month.slice(0, 4)}-${month.slice(4)}-${String(day).padStart(2, '0')}`),
        field('BetalningsmottagarId', '215', number),
        field('FranvaroSpecifikationsnummer', '822', String(day)),
        field('FranvaroTyp', '823', 'FORALDRAPENNING'),
        last,
      ],
    ];
    parts.push(...days.map((day) => one(dayOfMonth(day), field('FranvaroProcentFP', '826', '100'))));
    parts.push(...gone.map((day) => one(day, field('FranvaroBorttag', '820', '1'))));
    const entry = packedDays(days);
    const digest = createHash('sha256').update(entry).digest('hex');
    const version = (before?.version ?? 0) + 1;
    entries.push({ employee: id, about: absenceAbout(month), entry, version, digest, removed: days.length === 0 });
  }
  return { parts, entries, problems };
}

/** What the entries of a month's absence are of. */
export function absenceAbout(month: string): string {
  return `agi-absence ${month}`;
}

/** The days of a month as one word: `d` and a bit for each in hexadecimal. */
function packedDays(days: readonly Day[]): string {
  return `d${days.reduce((bits, day) => bits + 2 ** dayOfMonth(day), 0).toString(16)}`;
}

function* daysIn(packed: string): Generator<number> {
  const bits = packed === '' ? 0 : Number.parseInt(packed.slice(1), 16);
  for (let day = 1; day <= 31; day++) if (Math.floor(bits / 2 ** day) % 2 === 1) yield day;
}

const shape: readonly (readonly [name: string, code: string, text: RegExp])[] = [
  ['AgRegistreradId', '201', /^\d{12}$/],
  ['RedovisningsPeriod', '006', /^20\d{2}(0[1-9]|1[0-2])$/],
  ['FranvaroDatum', '821', /^20\d{2}-\d{2}-\d{2}$/],
  ['BetalningsmottagarId', '215', /^\d{12}$/],
  ['FranvaroSpecifikationsnummer', '822', /^[1-9]\d{0,9}$/],
  ['FranvaroTyp', '823', /^(TILLFALLIG_FORALDRAPENNING|FORALDRAPENNING)$/],
];
const last: readonly (readonly [name: string, code: string, text: RegExp])[] = [
  ['FranvaroProcentFP', '826', /^(100(\.00?)?|\d{1,2}(\.\d{1,2})?)$/],
  ['FranvaroBorttag', '820', /^1$/],
];

/** What of the absences is not as the schema's elements are; read with a parser that has no part in the writing. */
export function checkAbsences(file: Uint8Array): readonly string[] {
  const wrong: string[] = [];
  const document = XmlDocument.fromBuffer(file, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE });
  try {
    for (const one of childrenOf(document.root)) {
      if (one.name !== 'Franvarouppgift') continue;
      const found = childrenOf(one);
      for (const [n, element] of found.entries()) {
        const [name, code, text] = shape[n] ?? last.find(([known]) => known === element.name) ?? ['', '', /^$/];
        const isRight = element.name === name && element.attr('faltkod')?.value === code && text.test(element.content);
        if (!isRight) wrong.push(`Franvarouppgift/${element.name}`);
      }
      if (found.length !== shape.length + 1) wrong.push('Franvarouppgift: not whole');
    }
  } finally {
    document.dispose();
  }
  return wrong;
}

function childrenOf(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let child = element.firstChild; child !== null; child = child.next)
    if (child instanceof XmlElement) found.push(child);
  return found;
}
