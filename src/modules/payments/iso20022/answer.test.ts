import { describe, expect, test } from 'vitest';
import { matchAnswer } from '../match.ts';
import { afterMessage, type PaymentState } from '../payment-state.ts';
import type { KeptPayment } from '../store/payments.ts';
import { readAnswer } from './read-answer.ts';
import { readXml } from './read-xml.ts';
import { reasonText } from './reasons.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');

/** Shortened from PostFinance's published sample of a rejected file (pain.002.001.03, 2018-03-26), in ISO's namespace. */
const rejectedFile = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
  <GrpHdr><MsgId>20180326375204011685776</MsgId><CreDtTm>2018-03-26T14:40:00</CreDtTm>
    <InitgPty><Id><OrgId><BICOrBEI>POFICHBE</BICOrBEI></OrgId></Id></InitgPty></GrpHdr>
  <OrgnlGrpInfAndSts><OrgnlMsgId>MsgId-005</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId><GrpSts>RJCT</GrpSts>
    <StsRsnInf><Rsn><Cd>AM10</Cd></Rsn><AddtlInf>904114;ControlSum fehlerhaft</AddtlInf></StsRsnInf></OrgnlGrpInfAndSts>
</CstmrPmtStsRpt></Document>`;

const partly = (version: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt>
  <GrpHdr><MsgId>bank-1</MsgId><CreDtTm>2026-11-23T09:00:00</CreDtTm></GrpHdr>
  <OrgnlGrpInfAndSts><OrgnlMsgId>MsgId-005</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
  <OrgnlPmtInfAndSts><OrgnlPmtInfId>MsgId-005-1</OrgnlPmtInfId>
    <TxInfAndSts><OrgnlEndToEndId>e1</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts>
    <TxInfAndSts><OrgnlEndToEndId>e2</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts>
    <TxInfAndSts><OrgnlEndToEndId>e3</OrgnlEndToEndId><TxSts>PDNG</TxSts></TxInfAndSts>
    <TxInfAndSts><OrgnlEndToEndId>not-ours</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts>
  </OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>`;

/**
 * In the form of Finance Finland's published samples (camt.053/.054.001.02, 2009-11-02): a booked sum with its batch, an
 * incoming payment by somebody else, and a payment that came back.
 */
const statement = (kind: 'camt.053' | 'camt.054') => {
  const [message, account] = kind === 'camt.053' ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${kind}.001.02"><${message}>
  <GrpHdr><MsgId>BANKFILEID219073</MsgId><CreDtTm>2026-11-27T21:01:45+02:00</CreDtTm></GrpHdr>
  <${account}><Id>x</Id><CreDtTm>2026-11-27T21:01:45+02:00</CreDtTm><Acct><Id><IBAN>FI7433010001222090</IBAN></Id></Acct>
    <Ntry><Amt Ccy="EUR">6.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-27</Dt></BookgDt>
      <NtryDtls><Btch><MsgId>MsgId-005</MsgId><NbOfTxs>3</NbOfTxs><TtlAmt Ccy="EUR">6.00</TtlAmt></Btch></NtryDtls></Ntry>
    <Ntry><Amt Ccy="EUR">2500.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
      <NtryDtls><TxDtls><Refs><EndToEndId>e1</EndToEndId></Refs><RltdPties><Dbtr><Nm>PAYERS NAME1</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>
    <Ntry><Amt Ccy="EUR">2.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
      <NtryDtls><TxDtls><Refs><EndToEndId>e2</EndToEndId></Refs><RtrInf><Rsn><Cd>MD07</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>
    <Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts>
      <NtryDtls><TxDtls><Refs><EndToEndId>e3</EndToEndId></Refs></TxDtls></NtryDtls></Ntry>
  </${account}></${message}></Document>`;
};

function payments(state: PaymentState = 'waiting'): readonly KeptPayment[] {
  return [1, 2, 3].map((n) => ({
    ...{ place: n, id: `p${n}`, endToEndId: `e${n}`, payee: null, sealed: '', amount: n * 100, state, reason: null },
  }));
}

function whenTold(text: string, state?: PaymentState) {
  const matched = matchAnswer(readAnswer(bytes(text)), [
    { id: 'b', messageId: 'MsgId-005', payments: payments(state) },
  ]);
  const states = payments(state).map((one) => {
    const change = matched.changes.get('b')?.find(({ place }) => place === one.place);
    return change ? [change.state, change.reason] : [one.state, one.reason];
  });
  return { states, counts: [matched.told, matched.changed, matched.unknown] };
}

describe('a bank’s answer', () => {
  test('that rejects the file rejects each payment, with the file’s reason', () => {
    expect(whenTold(rejectedFile)).toEqual({ states: Array(3).fill(['rejected', 'AM10']), counts: [3, 3, 0] });
    expect(reasonText('AM10').sv).toBe('Kontrollsumman är fel.');
  });

  test.each(['03', '10', '14'])(
    'is read payment by payment, in version %s; what it does not settle stays',
    (version) => {
      expect(whenTold(partly(version))).toEqual({
        states: [
          ['accepted', null],
          ['rejected', 'AC04'],
          ['waiting', null],
        ],
        counts: [2, 2, 1],
      });
    },
  );

  test.each(['camt.053', 'camt.054'] as const)(
    'in a %s says what is paid and what came back, and not what is others’',
    (kind) => {
      expect(whenTold(statement(kind)).states).toEqual([
        ['paid', null],
        ['returned', 'MD07'],
        ['paid', null],
      ]);
    },
  );

  test('whose sum is not the file’s own is not believed', () => {
    const wrong = statement('camt.053').replace('<TtlAmt Ccy="EUR">6.00', '<TtlAmt Ccy="EUR">6.01');
    expect(whenTold(wrong)).toEqual({
      states: [
        ['waiting', null],
        ['returned', 'MD07'],
        ['waiting', null],
      ],
      counts: [1, 1, 1],
    });
  });

  test('in whatever order, and twice, comes to the same', () => {
    const messages = ['accepted', 'paid', 'rejected', 'returned'] as const;
    for (const one of messages) {
      for (const other of messages) {
        const [ab, ba] = [
          [one, other],
          [other, one],
        ].map((order) => order.reduce<PaymentState>((state, told) => afterMessage(state, told), 'waiting'));
        const isNoAfterPaid = [one, other].includes('paid') && [one, other].includes('rejected');
        if (!isNoAfterPaid) expect(ab).toBe(ba); // a no before the money left and one after it are two things
        expect(afterMessage(afterMessage('waiting', one), one)).toBe(afterMessage('waiting', one));
      }
    }
  });

  test('a code that nobody has put in words is shown as it is', () => {
    expect(reasonText('ZZ99').fi).toBe('ZZ99');
  });
});

describe('a hostile file', () => {
  test.each([
    ['entities', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'document-type'],
    ['a billion laughs', '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><a>&b;</a>', 'document-type'],
    ['a file of ours to fetch', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'document-type'],
    ['an end that is missing', '<a><b></a>', 'not-xml'],
    ['nothing', '', 'not-xml'],
    ['no XML at all', 'PK\u0003\u0004', 'not-xml'],
    ['an undefined entity', '<a>&x;</a>', 'not-xml'],
    ['a well without a bottom', '<a>'.repeat(100_000), 'not-xml'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-7"?><a/>', 'encoding'],
  ])('with %s is refused', (_what, text, why) => {
    expect(() => readXml(bytes(text))).toThrow(expect.objectContaining({ key: `payments.file.${why}` }));
  });

  test('in UTF-16, or in no encoding, is refused', () => {
    const utf16 = Buffer.from('\uFEFF<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'utf16le');
    expect(() => readXml(utf16)).toThrow(expect.objectContaining({ name: 'Refusal' }));
    expect(() => readXml(Buffer.from([0x3c, 0x61, 0xff, 0x3e]))).toThrow(
      expect.objectContaining({ key: 'payments.file.encoding' }),
    );
  });

  test('of a size that nobody sends is not parsed', () => {
    expect(() => readXml(new Uint8Array(65 * 1024 * 1024))).toThrow(
      expect.objectContaining({ key: 'payments.file.too-large' }),
    );
  });

  test('of another kind is told as such', () => {
    const other = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><x/></Document>';
    expect(() => readAnswer(bytes(other))).toThrow(expect.objectContaining({ key: 'payments.answer.unknown-message' }));
  });

  test('in Latin 1 is read as such', () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Åland</a>', 'latin1');
    expect(readXml(latin).root.text).toBe('Åland');
  });
});
