import { type Part, writeXml } from '../../../kernel/xml/write-xml.ts';
import { type Account, accountText } from '../account.ts';
import { type Batch, type PainFormat, type Payment, totalOf } from '../batch.ts';
import { bankText } from './characters.ts';
import { decimalText } from './decimal.ts';

export const NAME_MOST = 70;
export const REFERENCE_MOST = 140;

/**
 * The batch as its bank takes it: CustomerCreditTransferInitiation, version 3 or 9. The same batch gives the same bytes.
 * Finland and Åland: SEPA credit transfers with category purpose SALA (Finance Finland, ISO 20022 Payment Guide). Sweden:
 * kronor, SALA, accounts as clearing number (SESBA) and number (BBAN) or as bankgiro (BGNR) (Bankföreningen, Swedish Common
 * Interpretation of ISO 20022 Payment Messages, 2014). What a single bank asks beside it is agreed and tested with that bank.
 */
export function writePain001(batch: Batch): Buffer {
  const count = String(batch.payments.length);
  const sum = decimalText(totalOf(batch.payments));
  return writeXml([
    'Document',
    [
      [
        'CstmrCdtTrfInitn',
        [
          [
            'GrpHdr',
            [
              ['MsgId', batch.messageId],
              ['CreDtTm', batch.madeAt.round('second').toString()],
              ['NbOfTxs', count],
              ['CtrlSum', sum],
              ['InitgPty', initiator(batch)],
            ],
          ],
          [
            'PmtInf',
            [...paymentInformation(batch, count, sum), ...batch.payments.map((one) => transaction(batch, one))],
          ],
        ],
      ],
    ],
    { xmlns: `urn:iso:std:iso:20022:tech:xsd:${batch.format}` },
  ]);
}

function initiator({ debtor }: Batch): readonly Part[] {
  const { customerId, organisationNumber, name } = debtor;
  const id = customerId ?? organisationNumber.replace(/\D/g, '');
  const scheme: Part = ['SchmeNm', [['Cd', customerId === null ? 'CUST' : 'BANK']]];
  return [
    ['Nm', bankText(name, NAME_MOST)],
    ['Id', [['OrgId', [['Othr', [['Id', id], scheme]]]]]],
  ];
}

function paymentInformation(batch: Batch, count: string, sum: string): readonly (Part | null)[] {
  const { debtor, format, scheme, purpose, executionDate } = batch;
  const date = executionDate.toString();
  const salary: Part | null = purpose === 'salary' ? ['CtgyPurp', [['Cd', 'SALA']]] : null;
  return [
    ['PmtInfId', `${batch.messageId}-1`],
    ['PmtMtd', 'TRF'],
    ['BtchBookg', 'true'],
    ['NbOfTxs', count],
    ['CtrlSum', sum],
    ['PmtTpInf', [['SvcLvl', [['Cd', scheme === 'sepa' ? 'SEPA' : 'NURG']]], salary]],
    format === 'pain.001.001.03' ? ['ReqdExctnDt', date] : ['ReqdExctnDt', [['Dt', date]]],
    [
      'Dbtr',
      [
        ['Nm', bankText(debtor.name, NAME_MOST)],
        [
          'Id',
          [
            [
              'OrgId',
              [
                [
                  'Othr',
                  [
                    ['Id', debtor.organisationNumber.replace(/\D/g, '')],
                    ['SchmeNm', [['Cd', 'CUST']]],
                  ],
                ],
              ],
            ],
          ],
        ],
      ],
    ],
    [
      'DbtrAcct',
      [
        ['Id', accountId(debtor.account)],
        ['Ccy', batch.currency],
      ],
    ],
    ['DbtrAgt', [['FinInstnId', [[bicName(format), debtor.bic]]]]],
    ['ChrgBr', scheme === 'sepa' ? 'SLEV' : 'SHAR'],
  ];
}

function transaction({ currency }: Batch, payment: Payment): Part {
  const reference = bankText(payment.reference, REFERENCE_MOST);
  return [
    'CdtTrfTxInf',
    [
      ['PmtId', [['EndToEndId', payment.endToEndId]]],
      ['Amt', [['InstdAmt', decimalText(payment.amount), { Ccy: currency }]]],
      clearing(payment.account),
      ['Cdtr', [['Nm', bankText(payment.name, NAME_MOST)]]],
      ['CdtrAcct', [['Id', accountId(payment.account)]]],
      reference === '' ? null : ['RmtInf', [['Ustrd', reference]]],
    ],
  ];
}

/** Sweden's clearing tells the payee's bank; an IBAN says it itself. */
function clearing(account: Account): Part | null {
  if (account.kind === 'iban') return null;
  const member = account.kind === 'bban' ? account.clearing : '9900'; // Bankgirot's own
  return [
    'CdtrAgt',
    [
      [
        'FinInstnId',
        [
          [
            'ClrSysMmbId',
            [
              ['ClrSysId', [['Cd', 'SESBA']]],
              ['MmbId', member],
            ],
          ],
        ],
      ],
    ],
  ];
}

function accountId(account: Account): readonly Part[] {
  if (account.kind === 'iban') return [['IBAN', account.iban]];
  const scheme: Part = account.kind === 'bban' ? ['Cd', 'BBAN'] : ['Prtry', 'BGNR'];
  const id = account.kind === 'bban' ? accountText(account).replace('-', '') : account.number;
  return [
    [
      'Othr',
      [
        ['Id', id],
        ['SchmeNm', [scheme]],
      ],
    ],
  ];
}

function bicName(format: PainFormat): string {
  return format === 'pain.001.001.03' ? 'BIC' : 'BICFI';
}
