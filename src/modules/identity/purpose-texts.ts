import type { InEach } from '../../kernel/texts.ts';

/** What the purposes of audit lines are called; every module hands its own to the wiring, as it does refusal texts. */
export type PurposeTexts = Readonly<Record<string, InEach<string>>>;

export const purposeTexts: PurposeTexts = {
  'identity.purpose.sign-in': { sv: 'Du loggade in', fi: 'Kirjauduit sisään', en: 'You signed in' },
  'identity.purpose.own-details': {
    sv: 'Du öppnade dina uppgifter, och registret frågades',
    fi: 'Avasit tietosi, ja rekisteriltä kysyttiin',
    en: 'You opened your details, and the register was asked',
  },
  'identity.purpose.protection': {
    sv: 'Befolkningsregistret sade om dina uppgifter är skyddade',
    fi: 'Väestörekisteri kertoi, ovatko tietosi suojattuja',
    en: 'The population register said whether your details are protected',
  },
  'identity.purpose.role-given': { sv: 'Du fick en roll', fi: 'Sait roolin', en: 'You were given a role' },
  'identity.purpose.role-ended': { sv: 'Din roll avslutades', fi: 'Roolisi päättyi', en: 'Your role was ended' },
};
