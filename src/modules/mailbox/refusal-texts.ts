import type { RefusalTexts } from '../../kernel/texts.ts';

export const refusalTexts: RefusalTexts = {
  'mailbox.message.not-found': {
    sv: {
      what: 'Meddelandet finns inte.',
      why: 'Det finns inget sådant bland dina meddelanden.',
      next: 'Gå till dina meddelanden och öppna det därifrån.',
    },
    fi: {
      what: 'Viestiä ei ole.',
      why: 'Postilaatikossasi ei ole tällaista viestiä.',
      next: 'Mene viesteihisi ja avaa se sieltä.',
    },
    en: {
      what: 'There is no such message.',
      why: 'Your mailbox has no message like that.',
      next: 'Go to your messages and open it from there.',
    },
  },
};
