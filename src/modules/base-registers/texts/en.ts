import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  states: {
    title: 'Registers',
    lead: (hours) =>
      `How the population register, the company register and the guardianship register have answered in the last ${hours} hours. Whom the questions were about is never shown here.`,
    caption: 'Questions to the registers',
    columns: {
      question: 'Question',
      now: 'Now',
      answers: 'Answers',
      faults: 'Faults',
      time: 'Time to answer',
      copies: 'Kept answers, details from',
    },
    questions: {
      person: 'Population register: a person',
      organisation: 'Company register: an organisation',
      'organisations-of': 'Company register: who represents what',
      'guardianships-of': 'Guardianship register: guardians of adults',
    },
    standing: { quiet: 'Nobody has asked', answers: 'Answers', fails: 'Does not answer as it should' },
    answered: (answered, nothing) => `${answered} answers, ${nothing} with nothing to tell.`,
    notAllowed: (times) => `Refused ${times} times.`,
    last: 'Last',
    noFaults: 'No faults',
    faults: {
      down: 'does not answer',
      slow: 'too slow',
      broken: 'an answer that makes no sense',
      'unknown-type': 'a kind that we do not know',
      'about-another': 'an answer about somebody else',
      contradictory: 'contradicts itself',
      'too-large': 'too large an answer',
    },
    times: (median, slowest) => `${median} ms mostly, ${slowest} ms at most`,
    noCopies: 'None',
    copies: (count) => `${count}`,
    explain:
      'An answer that makes no sense, contradicts itself, is about somebody else or comes too late is never used. The last good answer is then shown with its time, or that the register could not be asked.',
  },
};
