import type { SameKeys } from '../../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  title: (month) => `Payslip ${month}`,
  list: {
    title: 'My pay',
    lead: 'Your payslips, newest first. Open one to see why each line is what it is.',
    empty: 'You have no payslips here',
    emptyText: 'When your employer has released your pay, it lies here and in your messages.',
    draft: (month) => `Draft: ${month}`,
    draftText: 'What the pay will be with what is known today. It may change.',
    draftTag: 'Draft',
    net: (amount) => `To be paid: ${amount}`,
    paidOn: (day) => `Paid on ${day}`,
  },
  one: {
    paidOn: 'Payment date',
    earned: 'Pay for',
    gross: 'Pay and benefits',
    net: 'To be paid',
    name: 'Name',
    number: 'Employee number',
    lines: 'Line by line',
    open: 'Open a line to see how it is counted, by which rule, and what has changed.',
    employer: 'The employer pays beside your pay',
    changed: 'Changed since the last pay',
    same: 'Every line is the same as last time.',
    first: 'This is the first pay here, so there is nothing to compare with.',
    pdf: 'Download as PDF',
    back: 'All payslips',
  },
  draft: {
    title: (month) => `Draft of your pay ${month}`,
    warning: 'This is a draft, not a payslip',
    text: 'It is counted with what is known today. New absence, new hours or a new tax card may change it.',
    waits: 'Hours that nobody has approved are not included.',
    held: 'The pay can not be counted yet',
    heldText: 'Something that is needed is missing or does not fit. The payroll office sees it and will decide on it.',
  },
  letter: {
    subject: (month) => `Payslip ${month}`,
    body: (month, amount, day) =>
      `Your pay for ${month} is ${amount}. It is paid on ${day}.\n\nThe payslip is attached. On My pages, under My pay, you can open each line and see why it is what it is.`,
    file: 'Payslip',
  },
  paper: {
    columns: { line: 'Line', quantity: 'Quantity', price: 'Price or percent', amount: 'Amount' },
    why: 'How the lines are counted',
    validFrom: (day) => `valid from ${day}`,
    validBetween: (from, to) => `valid ${from}–${to}`,
    unverified: 'the figure has not been checked against its source',
    madeBy: 'Made from the ledger of pay. The same facts always give the same payslip.',
  },
};
