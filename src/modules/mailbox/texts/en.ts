import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  overview: 'My overview',
  inbox: {
    title: 'Messages',
    lead: 'Decisions, questions and notices from municipalities and other authorities.',
    unread: 'Unread',
    empty: 'You have no messages',
    emptyWhy:
      'When a municipality sends you a decision or a question, it comes here. If you have given your e-mail address, you get an e-mail that something has come.',
    newest: 'To the newest messages',
    end: 'The list ends here.',
    attachments: (count: number) => (count === 1 ? '1 attachment' : `${count} attachments`),
  },
  kind: { decision: 'Decision', question: 'Question to you', information: 'Notice' },
  message: {
    from: 'From',
    arrived: 'Arrived',
    case: 'Case',
    attachments: 'Attachments',
    download: (name: string) => `Download ${name}`,
    answer: 'Answer in the case',
    toCase: 'Show the case',
    toPayslip: 'Show the payslip',
    toMandate: 'Show the mandate',
    back: 'All messages',
  },
};
