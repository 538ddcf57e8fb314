import type { InEach } from '../../kernel/texts.ts';

export const purposeTexts: Readonly<Record<string, InEach<string>>> = {
  'notifications.purpose.again': {
    sv: 'Ett mejl till dig skickades en gång till',
    fi: 'Sinulle lähetetty sähköposti lähetettiin uudelleen',
    en: 'An e-mail to you was sent once more',
  },
};
