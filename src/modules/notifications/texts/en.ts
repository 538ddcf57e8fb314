import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  tips: {
    title: 'E-mails that have not arrived',
    lead: 'E-mails that say that something has come. Here are those that the receiving server has not taken. Addresses and contents are not kept.',
    caption: 'E-mails, most recently changed first',
    columns: {
      changed: 'Changed',
      sender: 'From',
      kind: 'Kind',
      state: 'State',
      attempts: 'Attempts',
    },
    kind: {
      'new-message': 'Something has come',
      'verify-address': 'Confirm address',
      invitation: 'Invitation to a role',
    },
    state: {
      'under-way': 'On its way',
      accepted: 'Accepted',
      refused: 'Refused',
      later: 'Trying again',
      unknown: 'Uncertain',
      lapsed: 'No longer relevant',
    },
    explain:
      'Uncertain: the server stopped answering after it had been given the e-mail, twice. It may have arrived. Refused: the server said no, most often because there is no such address.',
    empty: 'Everything has arrived',
    emptyWhy: 'No e-mail is waiting, refused or uncertain.',
    again: 'Send once more',
    act: 'Action',
    attempt: 'Attempt',
    noAttempts: 'No attempts yet',
    waiting: 'No answer',
    asked: (by) => `${by} asked for one more attempt`,
    askedDone: 'The e-mail is being sent once more. The outcome is shown here.',
    kept: (days) => `An e-mail is erased from here when nothing has happened to it for ${days} days.`,
  },
  development: {
    title: 'E-mail in the development environment',
    lead: 'E-mail that the made-up mail server has received, newest first. Nothing has left this computer.',
    to: 'To',
    empty: 'No e-mail yet',
    emptyWhy: 'E-mail is sent when a decision, a question or something else reaches somebody’s mailbox.',
    unreachable: 'The mail server does not answer',
  },
};
