import type { InEach } from '../../kernel/texts.ts';

export const purposeTexts: Readonly<Record<string, InEach<string>>> = {
  'base-registers.purpose.refresh': {
    sv: 'Registeruppgifter hölls aktuella',
    fi: 'Rekisteritiedot pidettiin ajan tasalla',
    en: 'Register details were kept up to date',
  },
};
