import { formatDate } from '../../../kernel/calendar/format.ts';
import { renderDocument } from '../../../kernel/documents/index.ts';
import { type FileStore, safeFileName } from '../../../kernel/files/index.ts';
import { derivedId, type MessageId, type PartyId } from '../../../kernel/ids.ts';
import { type EventOf, on, type Subscription } from '../../../kernel/jobs/subscription.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { authorityById } from '../../directory/index.ts';
import { loadOwnParty } from '../../identity/index.ts';
import { deliver } from '../../mailbox/index.ts';
import type { RuleBook } from '../engine/rule-book.ts';
import { amountText } from '../pages/amount.ts';
import { linesOf } from '../read-pay.ts';
import { loadEmployee } from '../store/facts.ts';
import { employeesPaidAs, payeesOf } from '../store/payees.ts';
import { payslipsOf } from '../store/payslips.ts';
import '../run/run-events.ts';
import { monthText } from '../pages/month.ts';
import { compare } from './compare.ts';
import { payslipDocument } from './payslip-document.ts';
import { texts } from './texts/index.ts';

export type PayslipParts = { readonly files: Pick<FileStore, 'put'>; readonly book: RuleBook };

/** Letters of a job: some seconds of work, so that one that is killed does little again. */
const AT_A_TIME = 50;

/** When a run is in the ledger, each whom it pays gets the payslip in their mailbox. */
export function payslipSubscriptions(parts: PayslipParts): readonly Subscription[] {
  return [
    on('payroll.posted', 'payroll.share-out-payslips', shareOut),
    on('payroll.payslips-ready', 'payroll.deliver-payslips', async (scope, event) => {
      for (const party of event.parties) await deliverTo(scope, parts, event, party);
    }),
  ];
}

/** A job reaches only the parties of its own event, so the payees are named in it. */
async function shareOut(scope: Scope, { authority, run }: EventOf<'payroll.posted'>): Promise<void> {
  const payees = await scope.read((tx) => payeesOf(tx, authority, run));
  await scope.write(async (tx) => {
    for (let n = 0; n < payees.length; n += AT_A_TIME) {
      const parties = payees.slice(n, n + AT_A_TIME);
      await scope.publish(tx, { kind: 'payroll.payslips-ready', authorities: [authority], parties, authority, run });
    }
  });
}

async function deliverTo(
  scope: Scope,
  { files, book }: PayslipParts,
  { authority: id, run }: EventOf<'payroll.payslips-ready'>,
  party: PartyId,
): Promise<void> {
  const [authority, own, employees] = await Promise.all([
    authorityById(scope, id),
    scope.read((tx) => loadOwnParty(tx, party)),
    scope.read((tx) => employeesPaidAs(tx, id, run, party)),
  ]);
  for (const one of employees) {
    const [employee, rows] = await scope.read((tx) =>
      Promise.all([loadEmployee(tx, id, one), payslipsOf(tx, id, one, 60)]),
    );
    const at = rows.findIndex((row) => row.run === run);
    const [view, before] = await linesOf(scope, rows.slice(at, at + 2));
    if (!employee || at < 0 || !view) continue;
    const language = own?.language ?? 'sv';
    const { country, number } = employee;
    const name = own && !own.isProtected ? employee.name : null;
    const compared = compare(view, before);
    const content = await renderDocument(
      payslipDocument({ compared, authority, employee: { number, name, country }, language, book }),
    );
    const { digest, mediaType } = await files.put(content, 'application/pdf');
    const t = texts[language];
    const month = monthText(view.row.from, language);
    const day = formatDate(Temporal.PlainDate.from(view.row.paymentDate), language);
    await deliver(scope, {
      message: derivedId<MessageId>('payroll.payslip', String(id), run, one),
      ...{ party, authority: id, kind: 'information', language, payslip: run },
      subject: t.letter.subject(month),
      body: t.letter.body(month, amountText(view.row.net, country, language), day),
      attachments: [
        { file: digest, name: safeFileName(`${t.letter.file} ${view.row.from.slice(0, 7)}.pdf`, mediaType), mediaType },
      ],
    });
  }
}
