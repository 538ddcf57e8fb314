import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  facts: {
    givers: 'Given by',
    holders: 'Given to',
    subject: 'For',
    days: (from: string, to: string) => `From ${from} to ${to}`,
  },
  letters: {
    'to-sign': {
      subject: 'A mandate awaits your signature',
      first: 'You have been asked to sign a mandate.',
      last: 'Take your time to read it before you sign. If you do not recognise it, you can say no.',
    },
    requested: {
      subject: 'Somebody asks you for a mandate',
      first: 'The person named as holder asks to act for you.',
      last: 'Nothing is valid until you have signed. If you do not recognise it, you can say no.',
    },
    'registered-giver': {
      subject: 'The mandate is ready',
      first: 'The mandate is signed and registered.',
      last: 'Its page shows how it is used, and you can revoke it whenever you want.',
    },
    'registered-holder': {
      subject: 'You have been given a mandate',
      first: 'Somebody has given you the right to act in their name.',
      last: 'Its page says exactly what you may do. You can accept it there, or decline.',
    },
    'passed-on': {
      subject: 'Your mandate has been passed on',
      first: 'Who has your mandate has let somebody else do the same, or less.',
      last: 'You can revoke it whenever you want on its page.',
    },
    'accepted-giver': {
      subject: 'The mandate is accepted',
      first: 'Who was given the mandate has accepted it.',
      last: '',
    },
    'declined-giver': {
      subject: 'The mandate is declined',
      first: 'Who was to have the mandate has declined it.',
      last: '',
    },
    'declined-holder': {
      subject: 'You have declined a mandate',
      first: 'You have declined the mandate. You may not act by it.',
      last: '',
    },
    'given-back-giver': {
      subject: 'The mandate is given back',
      first: 'Who had the mandate has given it back, and may no longer act by it.',
      last: '',
    },
    'given-back-holder': {
      subject: 'You have given a mandate back',
      first: 'You have given the mandate back. You may no longer act by it.',
      last: '',
    },
    'revoked-giver': {
      subject: 'The mandate is revoked',
      first: 'The mandate is revoked and no longer valid.',
      last: 'Was it not you? The mandate’s page shows who did it.',
    },
    'revoked-holder': {
      subject: 'A mandate that you had is revoked',
      first: 'The mandate is revoked. You may no longer act by it.',
      last: '',
    },
    'refused-giver': {
      subject: 'The mandate came to nothing',
      first: 'Not everybody who must approved the mandate, or not in time. It is not valid.',
      last: 'If you want it to be valid, make a new one.',
    },
    'refused-holder': {
      subject: 'You did not get the mandate that you asked for',
      first: 'Not everybody who must approved the mandate, or not in time. It is not valid.',
      last: '',
    },
    'replaced-giver': {
      subject: 'The mandate is replaced',
      first: 'This mandate is replaced by a new one and no longer valid.',
      last: '',
    },
    'replaced-holder': {
      subject: 'A mandate that you have is replaced',
      first: 'This mandate is replaced by a new one. The new one says what you may do.',
      last: '',
    },
    'chain-broken-giver': {
      subject: 'A mandate ended with the one it came from',
      first: 'The mandate that this one came from is no longer valid, and so neither is this one.',
      last: '',
    },
    'chain-broken-holder': {
      subject: 'A mandate that you had is no longer valid',
      first: 'The mandate that yours came from is no longer valid. You may no longer act by it.',
      last: '',
    },
    'fallen-giver': {
      subject: 'The mandate has ended',
      first: 'The mandate has ended, because a register says that one of its parties is no more.',
      last: '',
    },
    'fallen-holder': {
      subject: 'A mandate that you had has ended',
      first:
        'The mandate has ended, because a register says that one of its parties is no more. You may no longer act by it.',
      last: '',
    },
    'suspended-giver': {
      subject: 'The mandate is suspended',
      first: 'The mandate is not valid just now, because a register has been told something new.',
      last: 'It may become valid again. You will then get a new message.',
    },
    'suspended-holder': {
      subject: 'A mandate that you have is suspended',
      first: 'The mandate is not valid just now. You may not act by it.',
      last: 'It may become valid again. You will then get a new message.',
    },
    'resumed-giver': {
      subject: 'The mandate is valid again',
      first: 'The mandate is no longer suspended.',
      last: '',
    },
    'resumed-holder': {
      subject: 'A mandate that you have is valid again',
      first: 'The mandate is no longer suspended. You may act by it again.',
      last: '',
    },
    'expiring-giver': {
      subject: 'The mandate ends soon',
      first: 'The mandate ends soon.',
      last: 'If you want it to go on, make a new one in good time. Otherwise you need do nothing.',
    },
    'expiring-holder': {
      subject: 'A mandate that you have ends soon',
      first: 'The mandate ends soon.',
      last: 'If you need it longer, ask who gave it to you for a new one.',
    },
    'expired-giver': {
      subject: 'The mandate has ended',
      first: 'The mandate’s last day has passed. It is no longer valid.',
      last: '',
    },
    'expired-holder': {
      subject: 'A mandate that you had has ended',
      first: 'The mandate’s last day has passed. You may no longer act by it.',
      last: '',
    },
  },
};
