import type { PurposeTexts } from '../identity/index.ts';

/** What the person reads in their log of what was signed in their name. */
export const purposeTexts: PurposeTexts = {
  'signing.purpose.signed': {
    sv: 'Underskrift med e-legitimation',
    fi: 'Allekirjoitus sähköisellä tunnistusvälineellä',
    en: 'A signature with an e-ID',
  },
};
