import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv, ToldOf } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  toSign: {
    title: (service: string, applicant: string) => `${service}: ${applicant} applies`,
    what: (applicant: string, service: string, authority: string) =>
      `${applicant} has filled in «${service}» to ${authority}. You too have the custody of a child in the application, so you need to sign it. This is what it says:`,
    shortened: 'Long answers are shortened here. In the document that you sign they stand in full.',
    means:
      'By signing you apply together. The municipality gets the application only when everybody has signed, and you can follow the case in your overview. If anything in the application is changed after that, your signature is no longer valid.',
  },
  letters: {
    asked: {
      subject: (service: string) => `Please sign: ${service}`,
      body: ({ applicant, service, authority, by }: ToldOf) =>
        `${applicant} wants to send «${service}» to ${authority}. By the population register you too have the custody of a child in the application. That is why you need to read it and sign it.\n\nYou find it in your overview under Sign. By ${by}.\n\nIf you do not want to sign, say no on the same page. Then nothing is sent.`,
    },
    refused: {
      subject: (service: string) => `Not signed: ${service}`,
      body: ({ service, reason }: ToldOf) =>
        `The other guardian would not sign «${service}». The application has not been sent.\n\nThe reason: ${reason}\n\nThe application is open again. You find it in your overview, and can change it and send it anew.`,
    },
    expired: {
      subject: (service: string) => `The time ran out: ${service}`,
      body: ({ service, by }: ToldOf) =>
        `Not everybody signed «${service}» by the end of ${by}. The application has not been sent.\n\nIt is open again. You find it in your overview and can send it anew.`,
    },
    'expired-signer': {
      subject: (service: string) => `The time ran out: ${service}`,
      body: ({ applicant, service }: ToldOf) =>
        `The time to sign «${service}» for ${applicant} has run out. The application has not been sent. There is nothing you need to do.`,
    },
    'withdrawn-signer': {
      subject: (service: string) => `No longer to be signed: ${service}`,
      body: ({ applicant, service }: ToldOf) =>
        `${applicant} has changed «${service}» or taken it back. You need not sign what you were sent, and a signature that you have given is not valid. If the application is sent anew you get a new message.`,
    },
  },
  signatures: {
    title: 'Signatures',
    who: 'Signed by',
    protectedPerson: 'A person with a protected identity',
    at: (moment: string) => `signed ${moment}`,
    evidence: 'Evidence',
    verified: 'Checked now: the signatures agree with the application',
    broken: 'The signatures do not hold. The application or the evidence may have been changed.',
    byParty: (name: string) => `${name} (signed)`,
    other: 'The other guardian',
  },
  custody: {
    title: 'Custody by the population register',
    child: (number: number) => `Child ${number}`,
    asOf: 'As of',
    said: {
      alone: 'The applicant has the custody alone',
      shared: 'Shared custody; everybody has signed',
      'not-own': 'Not checked: the register does not know the child as the applicant’s',
      silent: 'Not checked: the register could not be asked',
      protected: 'Not checked: somebody has a protected identity, so nobody else has been asked',
    },
    unchecked: 'The custody has not been checked',
    uncheckedText:
      'Nobody else has signed for the children of whom it says so below. Find out who has the custody before you decide.',
  },
  home: {
    waiting: (title: string) => `Waiting for a signature: ${title}`,
    again: (title: string) => `Open again: ${title}`,
    by: (authority: string, day: string) => `${authority} · by ${day}`,
    others: 'Waiting for others',
  },
};
