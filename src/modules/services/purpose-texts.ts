import type { PurposeTexts } from '../identity/index.ts';

/** What the person reads in their log of why the register was asked. */
export const purposeTexts: PurposeTexts = {
  'services.purpose.prefill': {
    sv: 'För att fylla i en ansökan åt dig',
    fi: 'Hakemuksesi esitäyttämistä varten',
    en: 'To fill in an application for you',
  },
  'services.purpose.custody': {
    sv: 'För att se vilka som måste skriva under en ansökan',
    fi: 'Sen selvittämiseksi, keiden on allekirjoitettava hakemus',
    en: 'To see who must sign an application',
  },
};
