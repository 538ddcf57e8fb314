import { isBankingDay } from '../../../kernel/calendar/banking-days.ts';
import { accountText, readAccount, type Scheme } from '../account.ts';
import { currencyOf } from '../batch.ts';
import { isBankIdentifier, isBankText } from './characters.ts';
import { type ReadPain001, readPain001 } from './read-pain001.ts';
import type { Element } from './read-xml.ts';
import { sequenceFaults } from './sequence.ts';
import { NAME_MOST, REFERENCE_MOST } from './write-pain001.ts';

/** The rules by name; each is checked on the file itself, read back as a bank would. */
const fileRules = [
  ...([
    'namespace',
    'structure',
    'characters',
    'identifiers',
    'lengths',
    'unique-ids',
    'count',
    'control-sum',
  ] as const),
  ...(['amount', 'one-currency', 'execution-date', 'service-level', 'account', 'bic'] as const),
] as const;
export type FileRule = (typeof fileRules)[number];

/** Which rule, and where in the file. */
export type FileFault = { readonly rule: FileRule; readonly at: string };

const MOST_MINOR = 99_999_999_999; // 999 999 999,99: the largest amount of a SEPA credit transfer
const lengths: Readonly<Record<string, number>> = {
  ...{
    MsgId: 35,
    PmtInfId: 35,
    EndToEndId: 35,
    MmbId: 35,
    Id: 35,
    Nm: NAME_MOST,
    Ustrd: REFERENCE_MOST,
    Cd: 5,
    Prtry: 35,
  },
};
const identifiers: ReadonlySet<string> = new Set(['MsgId', 'PmtInfId', 'EndToEndId']);

/** Everything that a bank would refuse the file for, as far as it can be known here. Empty: it may leave. */
export function checkPain001(file: Uint8Array, scheme: Scheme): readonly FileFault[] {
  const { read, root } = readPain001(file);
  const checks: Readonly<Record<FileRule, () => readonly string[]>> = {
    namespace: () => (read.format === null ? ['Document'] : []),
    structure: () => sequenceFaults(root, read.format),
    characters: () => textsOf(root).flatMap(({ path, text }) => (isBankText(text) ? [] : [path])),
    identifiers: () =>
      textsOf(root).flatMap(({ path, name, text }) => (identifiers.has(name) && !isBankIdentifier(text) ? [path] : [])),
    lengths: () =>
      textsOf(root).flatMap(({ path, name, text }) =>
        text.length === 0 || text.length > (lengths[name] ?? Number.POSITIVE_INFINITY) ? [path] : [],
      ),
    'unique-ids': () => repeated(transfersOf(read).map(({ endToEndId }) => endToEndId ?? '')),
    count: () => countFaults(read),
    'control-sum': () => sumFaults(read),
    amount: () =>
      transfersOf(read).flatMap(({ amount, endToEndId }) =>
        amount === null || amount <= 0 || amount > MOST_MINOR ? [endToEndId ?? 'CdtTrfTxInf'] : [],
      ),
    'one-currency': () =>
      transfersOf(read).flatMap(({ currency, endToEndId }) =>
        currency === currencyOf[scheme] ? [] : [endToEndId ?? 'CdtTrfTxInf'],
      ),
    'execution-date': () =>
      read.informations.flatMap((one) => (isDayToPay(one.executionDate, read, scheme) ? [] : [one.id ?? 'PmtInf'])),
    'service-level': () =>
      read.informations.flatMap(({ serviceLevel, id }) =>
        serviceLevel === (scheme === 'sepa' ? 'SEPA' : 'NURG') ? [] : [id ?? 'PmtInf'],
      ),
    account: () => accountFaults(read, scheme),
    bic: () =>
      read.informations.flatMap(({ bic, id }) =>
        /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/.test(bic ?? '') ? [] : [id ?? 'PmtInf'],
      ),
  };
  return fileRules.flatMap((rule) => checks[rule]().map((where) => ({ rule, at: where })));
}

function transfersOf(read: ReadPain001): ReadPain001['informations'][number]['transfers'] {
  return read.informations.flatMap(({ transfers }) => transfers);
}

function textsOf(element: Element, path = element.name): { path: string; name: string; text: string }[] {
  if (element.children.length === 0) return [{ path, name: element.name, text: element.text }];
  return element.children.flatMap((child) => textsOf(child, `${path}/${child.name}`));
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.filter((id) => id === '' || seen.has(id) || !seen.add(id));
}

function countFaults(read: ReadPain001): readonly string[] {
  const wrong = read.informations.filter(
    ({ count, transfers }) => count !== String(transfers.length) || transfers.length === 0,
  );
  const inAll = read.count === String(transfersOf(read).length) ? [] : ['GrpHdr/NbOfTxs'];
  return [...inAll, ...wrong.map(({ id }) => `${id ?? 'PmtInf'}/NbOfTxs`)];
}

function sumFaults(read: ReadPain001): readonly string[] {
  const sumOf = (transfers: readonly { amount: number | null }[]) =>
    transfers.reduce((sum, one) => sum + (one.amount ?? 0), 0);
  const wrong = read.informations.filter(({ controlSum, transfers }) => controlSum !== sumOf(transfers));
  const inAll = read.controlSum === sumOf(transfersOf(read)) ? [] : ['GrpHdr/CtrlSum'];
  return [...inAll, ...wrong.map(({ id }) => `${id ?? 'PmtInf'}/CtrlSum`)];
}

/** A banking day of the scheme, not before the file was made. */
function isDayToPay(text: string | null, { createdAt }: ReadPain001, scheme: Scheme): boolean {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = Temporal.PlainDate.from(text);
  const made = Temporal.PlainDate.from((createdAt ?? text).slice(0, 10));
  return isBankingDay(day, scheme === 'sepa' ? 'FI' : 'SE') && Temporal.PlainDate.compare(made, day) <= 0;
}

function accountFaults(read: ReadPain001, scheme: Scheme): readonly string[] {
  const isWrong = (account: ReadPain001['informations'][number]['debtorAccount']) =>
    account === null || typeof readAccount(accountText(account), scheme) === 'string';
  return [
    ...read.informations.flatMap(({ debtorAccount, id }) =>
      isWrong(debtorAccount) ? [`${id ?? 'PmtInf'}/DbtrAcct`] : [],
    ),
    ...transfersOf(read).flatMap(({ account, endToEndId }) => (isWrong(account) ? [endToEndId ?? 'CdtTrfTxInf'] : [])),
  ];
}
