import type { SameKeys } from '../../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  title: 'The auditor’s list',
  lead: 'Who may and who has done what, what was changed by hand, what the checks found and how it was answered. Employees stand with their number, nobody’s pay is shown.',
  since: 'Since',
  show: 'Show',
  wrong: 'Write the day as 2026-01-31.',
  csv: 'Get as CSV',
  empty: 'Nothing to show',
  sections: {
    rights: 'Rights that are valid',
    acts: 'What has been done',
    'master-data': 'Changes of data',
    errors: 'What the checks found and how it was answered',
    reconciliations: 'Reconciliation: ledger against payments',
  },
  columns: { at: 'When', who: 'Who', what: 'What', about: 'About', detail: 'More' },
  system: 'The system',
  back: 'Pay',
  words: {
    tasks: { payroll: 'Calculates and checks pay', 'payroll-time': 'Approves time', 'payroll-audit': 'Audits' },
    changes: { new: 'new', replaced: 'replaced', withdrawn: 'taken away' },
    sources: { attest: 'approved by the manager', 'self-service': 'reported by the employee', demo: 'made up' },
    answers: { accepted: 'is right', held: 'is not paid' },
    outcomes: { agrees: 'Agrees', differs: 'Does not agree' },
    from: (day) => `from ${day}`,
    change: (number) => `change ${number}`,
    sums: (people, ledger, payments, open) =>
      `${people} people. Ledger ${ledger}, payments ${payments}. ${open} exceptions that facts did not explain.`,
  },
};
