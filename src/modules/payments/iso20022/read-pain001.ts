import type { Account } from '../account.ts';
import { type PainFormat, painFormats } from '../batch.ts';
import { minorOf } from './decimal.ts';
import { all, at, type Element, readXml, textAt } from './read-xml.ts';

/** One transfer, as it stands in a file. */
export type ReadTransfer = {
  readonly endToEndId: string | null;
  readonly currency: string | null;
  readonly amount: number | null;
  readonly name: string | null;
  readonly account: Account | null;
  readonly reference: string;
};

export type ReadPain001 = {
  readonly format: PainFormat | null;
  readonly messageId: string | null;
  readonly createdAt: string | null;
  readonly count: string | null;
  readonly controlSum: number | null;
  readonly informations: readonly {
    readonly id: string | null;
    readonly count: string | null;
    readonly controlSum: number | null;
    readonly executionDate: string | null;
    readonly serviceLevel: string | null;
    readonly category: string | null;
    readonly debtorAccount: Account | null;
    readonly bic: string | null;
    readonly transfers: readonly ReadTransfer[];
  }[];
};

/** What a bank would read. @throws Refusal invalid for what is no XML */
export function readPain001(file: Uint8Array): { readonly read: ReadPain001; readonly root: Element } {
  const { root, namespace } = readXml(file);
  const format = painFormats.find((one) => namespace === `urn:iso:std:iso:20022:tech:xsd:${one}`) ?? null;
  const message = at(root, 'CstmrCdtTrfInitn');
  const header = at(message, 'GrpHdr');
  return {
    root,
    read: {
      format,
      messageId: textAt(header, 'MsgId'),
      createdAt: textAt(header, 'CreDtTm'),
      count: textAt(header, 'NbOfTxs'),
      controlSum: minorOf(textAt(header, 'CtrlSum')),
      informations: all(message, 'PmtInf').map((one) => ({
        id: textAt(one, 'PmtInfId'),
        count: textAt(one, 'NbOfTxs'),
        controlSum: minorOf(textAt(one, 'CtrlSum')),
        executionDate: textAt(one, 'ReqdExctnDt', 'Dt') ?? textAt(one, 'ReqdExctnDt'),
        serviceLevel: textAt(one, 'PmtTpInf', 'SvcLvl', 'Cd'),
        category: textAt(one, 'PmtTpInf', 'CtgyPurp', 'Cd'),
        debtorAccount: accountOf(one, 'DbtrAcct', 'DbtrAgt'),
        bic: textAt(one, 'DbtrAgt', 'FinInstnId', 'BIC') ?? textAt(one, 'DbtrAgt', 'FinInstnId', 'BICFI'),
        transfers: all(one, 'CdtTrfTxInf').map(transferOf),
      })),
    },
  };
}

function transferOf(one: Element): ReadTransfer {
  const amount = at(one, 'Amt', 'InstdAmt');
  return {
    endToEndId: textAt(one, 'PmtId', 'EndToEndId'),
    currency: amount?.attributes.Ccy ?? null,
    amount: minorOf(amount?.text ?? null),
    name: textAt(one, 'Cdtr', 'Nm'),
    account: accountOf(one, 'CdtrAcct', 'CdtrAgt'),
    reference: textAt(one, 'RmtInf', 'Ustrd') ?? '',
  };
}

function accountOf(element: Element, account: string, agent: string): Account | null {
  const iban = textAt(element, account, 'Id', 'IBAN');
  if (iban !== null) return { kind: 'iban', iban };
  const number = textAt(element, account, 'Id', 'Othr', 'Id');
  if (number === null) return null;
  if (textAt(element, account, 'Id', 'Othr', 'SchmeNm', 'Prtry') === 'BGNR') return { kind: 'bankgiro', number };
  const clearing = textAt(element, agent, 'FinInstnId', 'ClrSysMmbId', 'MmbId') ?? number.slice(0, 4);
  return { kind: 'bban', clearing, number: number.startsWith(clearing) ? number.slice(clearing.length) : number };
}
