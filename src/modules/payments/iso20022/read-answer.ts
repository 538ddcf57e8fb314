import { Refusal } from '../../../kernel/refusal.ts';
import type { Told } from '../payment-state.ts';
import { minorOf } from './decimal.ts';
import { all, at, type Element, readXml, textAt } from './read-xml.ts';

/** Of what a bank's message tells: one payment, by what came along with it, or all of a file. */
export type TellsOf =
  | { readonly kind: 'payment'; readonly endToEndId: string }
  /** All of the file's payments, but those that are told of one by one. */
  | { readonly kind: 'file'; readonly messageId: string; readonly amount: number | null };

export type BankSays = { readonly of: TellsOf; readonly told: Told };

/** What a bank has answered, in our words. What it says that settles nothing (received, pending) is not in it. */
export type BankAnswer = {
  readonly kind: 'pain.002' | 'camt.053' | 'camt.054';
  readonly messageId: string;
  readonly says: readonly BankSays[];
};

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:(pain\.002|camt\.053|camt\.054)\.001\.\d{2}$/;

/**
 * Reads a bank's answer: a status report (pain.002), an account statement (camt.053) or a notification (camt.054), of any
 * version, since what is read here stands in the same place in all.
 * @throws Refusal invalid for what is no XML, or no such message
 */
export function readAnswer(bytes: Uint8Array): BankAnswer {
  const { root, namespace } = readXml(bytes);
  const kind = NAMESPACE.exec(namespace)?.[1] as BankAnswer['kind'] | undefined; // one of the pattern's three
  if (kind === undefined) throw new Refusal('invalid', 'payments.answer.unknown-message');
  const message = root.children[0];
  const messageId = textAt(message, 'GrpHdr', 'MsgId') ?? '';
  if (messageId === '') throw new Refusal('invalid', 'payments.answer.unknown-message');
  if (kind === 'pain.002') return { kind, messageId, says: saysOfStatus(message) };
  const accounts = all(message, kind === 'camt.053' ? 'Stmt' : 'Ntfctn');
  return { kind, messageId, says: accounts.flatMap((account) => all(account, 'Ntry').flatMap(saysOfEntry)) };
}

/** ISO 20022 external payment status: which settle something. PDNG, RCVD, PART and the like do not. */
const statuses: Readonly<Record<string, Told['state']>> = {
  ...{ ACTC: 'accepted', ACCP: 'accepted', ACSP: 'accepted', ACWC: 'accepted', ACFC: 'accepted', ACWP: 'accepted' },
  ...{ ACSC: 'paid', ACCC: 'paid', RJCT: 'rejected', CANC: 'rejected' },
};

function saysOfStatus(message: Element | undefined): readonly BankSays[] {
  const group = at(message, 'OrgnlGrpInfAndSts');
  const messageId = textAt(group, 'OrgnlMsgId');
  const groupSays = toldOf(group, 'GrpSts', null);
  const ofFile = (told: Told | null): readonly BankSays[] =>
    told && messageId !== null ? [{ of: { kind: 'file', messageId, amount: null }, told }] : [];
  const informations = all(message, 'OrgnlPmtInfAndSts');
  return [
    ...ofFile(groupSays),
    ...informations.flatMap((one) => ofFile(toldOf(one, 'PmtInfSts', groupSays))),
    ...informations
      .flatMap((one) => all(one, 'TxInfAndSts'))
      .flatMap((one): readonly BankSays[] => {
        const endToEndId = textAt(one, 'OrgnlEndToEndId');
        const told = toldOf(one, 'TxSts', groupSays);
        return endToEndId !== null && told ? [{ of: { kind: 'payment', endToEndId }, told }] : [];
      }),
  ];
}

/** A part that is rejected without a reason of its own has that of the whole. */
function toldOf(element: Element | undefined, status: string, whole: Told | null): Told | null {
  const said = textAt(element, status) ?? '';
  const state = Object.hasOwn(statuses, said) ? statuses[said] : undefined;
  if (state === undefined) return null;
  return { state, reason: state === 'rejected' ? (reasonOf(element) ?? whole?.reason ?? null) : null };
}

function reasonOf(element: Element | undefined): string | null {
  const reason = textAt(element, 'StsRsnInf', 'Rsn', 'Cd') ?? textAt(element, 'StsRsnInf', 'Rsn', 'Prtry');
  return reason !== null && /^[A-Z0-9]{1,4}$/.test(reason) ? reason : null;
}

/** A booked entry of ours: money out as one sum or payment by payment, or money back. */
function saysOfEntry(entry: Element): readonly BankSays[] {
  const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts');
  if (status !== 'BOOK') return [];
  const isOut = textAt(entry, 'CdtDbtInd') === 'DBIT';
  const isReversal = textAt(entry, 'RvslInd') === 'true';
  return all(entry, 'NtryDtls').flatMap((details): readonly BankSays[] => {
    const transactions = all(details, 'TxDtls').flatMap((one) => saysOfTransaction(one, isOut && !isReversal));
    if (transactions.length > 0) return transactions;
    const messageId = textAt(details, 'Btch', 'MsgId') ?? textAt(details, 'TxDtls', 'Refs', 'MsgId');
    if (!isOut || isReversal || messageId === null) return [];
    const amount = minorOf(textAt(details, 'Btch', 'TtlAmt') ?? textAt(entry, 'Amt'));
    return [{ of: { kind: 'file', messageId, amount }, told: { state: 'paid', reason: null } }];
  });
}

function saysOfTransaction(one: Element, isOut: boolean): readonly BankSays[] {
  const endToEndId = textAt(one, 'Refs', 'EndToEndId');
  if (endToEndId === null || endToEndId === 'NOTPROVIDED') return [];
  const returned = at(one, 'RtrInf') !== undefined;
  if (isOut && !returned) return [{ of: { kind: 'payment', endToEndId }, told: { state: 'paid', reason: null } }];
  if (!returned) return []; // somebody else's payment to us may carry any id
  const reason = textAt(one, 'RtrInf', 'Rsn', 'Cd');
  const known = reason !== null && /^[A-Z0-9]{1,4}$/.test(reason) ? reason : null;
  return [{ of: { kind: 'payment', endToEndId }, told: { state: 'returned', reason: known } }];
}
