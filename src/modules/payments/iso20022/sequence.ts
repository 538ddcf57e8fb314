import type { PainFormat } from '../batch.ts';
import type { Element } from './read-xml.ts';

/** What an element may hold, in this order: `Name` once, `Name?` at most once, `Name+` at least once. */
type Holds = Readonly<Record<string, readonly string[]>>;

/**
 * The part of the schema of CustomerCreditTransferInitiation that we write, by the message definition reports of ISO 20022
 * (payments initiation 2009 for version 3, 2019 for version 9). An element that is not here holds text.
 */
const common: Holds = {
  Document: ['CstmrCdtTrfInitn'],
  CstmrCdtTrfInitn: ['GrpHdr', 'PmtInf+'],
  GrpHdr: ['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum?', 'InitgPty'],
  InitgPty: ['Nm?', 'Id?'],
  PmtInf: [
    ...['PmtInfId', 'PmtMtd', 'BtchBookg?', 'NbOfTxs?', 'CtrlSum?', 'PmtTpInf?', 'ReqdExctnDt', 'Dbtr', 'DbtrAcct'],
    ...['DbtrAgt', 'ChrgBr?', 'CdtTrfTxInf+'],
  ],
  PmtTpInf: ['InstrPrty?', 'SvcLvl?', 'CtgyPurp?'],
  SvcLvl: ['Cd'],
  CtgyPurp: ['Cd'],
  Dbtr: ['Nm?', 'Id?'],
  'InitgPty/Id': ['OrgId'],
  'Dbtr/Id': ['OrgId'],
  OrgId: ['Othr+'],
  'OrgId/Othr': ['Id', 'SchmeNm?'],
  'OrgId/Othr/SchmeNm': ['Cd'],
  DbtrAcct: ['Id', 'Ccy?'],
  CdtrAcct: ['Id'],
  'DbtrAcct/Id': ['IBAN?', 'Othr?'],
  'CdtrAcct/Id': ['IBAN?', 'Othr?'],
  'Id/Othr': ['Id', 'SchmeNm?'],
  'Id/Othr/SchmeNm': ['Cd?', 'Prtry?'],
  DbtrAgt: ['FinInstnId'],
  CdtrAgt: ['FinInstnId'],
  'CdtrAgt/FinInstnId': ['ClrSysMmbId'],
  ClrSysMmbId: ['ClrSysId?', 'MmbId'],
  ClrSysId: ['Cd'],
  CdtTrfTxInf: ['PmtId', 'Amt', 'CdtrAgt?', 'Cdtr', 'CdtrAcct', 'RmtInf?'],
  PmtId: ['InstrId?', 'EndToEndId'],
  Amt: ['InstdAmt'],
  Cdtr: ['Nm'],
  RmtInf: ['Ustrd'],
};
const of: Readonly<Record<PainFormat, Holds>> = {
  'pain.001.001.03': { ...common, 'DbtrAgt/FinInstnId': ['BIC'] },
  'pain.001.001.09': { ...common, 'DbtrAgt/FinInstnId': ['BICFI'], ReqdExctnDt: ['Dt'] },
};

/** Where the file has what the schema has not, lacks what it asks for, or has it in another order. */
export function sequenceFaults(root: Element, format: PainFormat | null): readonly string[] {
  return format === null ? [] : faultsIn(root, [root.name], of[format]);
}

function faultsIn(element: Element, path: readonly string[], holds: Holds): readonly string[] {
  const allowed = [3, 2, 1].map((length) => holds[path.slice(-length).join('/')]).find((found) => found !== undefined);
  const here = path.join('/');
  if (allowed === undefined) return element.children.length === 0 ? [] : [here];
  const wrong = inOrder(element, allowed) ? [] : [here];
  return [...wrong, ...element.children.flatMap((child) => faultsIn(child, [...path, child.name], holds))];
}

function inOrder(element: Element, allowed: readonly string[]): boolean {
  let next = 0;
  for (const particle of allowed) {
    const name = particle.replace(/[?+]$/, '');
    const most = particle.endsWith('+') ? Number.POSITIVE_INFINITY : 1;
    let found = 0;
    while (found < most && element.children[next]?.name === name) {
      next++;
      found++;
    }
    if (found === 0 && !particle.endsWith('?')) return false;
  }
  return next === element.children.length;
}
