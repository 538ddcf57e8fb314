import { createHash } from 'node:crypto';
import { type Part, writeXml } from '../../../kernel/xml/write-xml.ts';
import { deliveryHead } from './delivery-head.ts';
import { checkIncomesRegister } from './incomes-register-structure.ts';
import { isKeptBack, keptBack, type Problem, type ReportInput, type Written } from './report.ts';
import type { TermField } from './terms.ts';

/**
 * The type of a delivery that cancels wage reports (Incomes Register Unit, Tekninen rajapinta – Tietojen toimittaminen
 * tulorekisteriin, 1.04: «Palkkatietoilmoituksen mitätöiminen (105)»).
 */
const CANCELS_WAGE_REPORTS = '105';
const required: readonly TermField[] = ['number', 'creator', 'sender'];

/**
 * Takes a person's report of a payment out of the Incomes Register (`InvalidationsToIR`), under the id and version that
 * were handed over: what was never paid, or not to them. The namespace follows those of the register's other messages and
 * has not been read in its own schema, so in production it is kept back.
 */
export function writeCancelling(input: ReportInput): Written {
  const { terms, earlier, cancels, production } = input;
  const problems: Problem[] = required
    .filter((field) => terms[field] === '')
    .map((field) => ({ kind: 'terms-missing', employee: null, detail: field }));
  const found = cancels === null ? undefined : earlier.get(cancels);
  if (!found || found.removed) problems.push({ kind: 'nothing', employee: null, detail: '' });
  if (production) problems.push({ kind: 'unverified', employee: null, detail: 'InvalidationsToIR' });
  if (!found || isKeptBack(problems)) return keptBack(problems);
  const { employee, entry, version } = found;
  const item: Part[] = [
    ['ItemId', entry],
    ['ItemVersion', String(version)],
  ];
  const data: Part[] = [...deliveryHead(CANCELS_WAGE_REPORTS, input), ['Items', [['Item', item]]]];
  const space = { 'xmlns:itir': 'http://www.tulorekisteri.fi/2017/1/InvalidationsToIR' };
  const content = writeXml(['itir:InvalidationsRequestToIR', [['DeliveryData', data]], space]);
  for (const detail of checkIncomesRegister(content)) problems.push({ kind: 'structure', employee: null, detail });
  if (isKeptBack(problems)) return keptBack(problems);
  const digest = createHash('sha256').update(`cancelled ${entry} ${version}`).digest('hex');
  const gone = { employee, about: input.about, entry, version, digest, removed: true };
  return { content, rows: 1, total: 0, entries: [gone], problems };
}
