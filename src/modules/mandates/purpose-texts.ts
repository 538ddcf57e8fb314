import type { InEach } from '../../kernel/texts.ts';

/** What the person reads in their log. */
export const purposeTexts: Readonly<Record<string, InEach<string>>> = {
  'mandates.purpose.for-you': {
    sv: 'Agerade för dig',
    fi: 'Asioi puolestasi',
    en: 'Acted for you',
  },
  'mandates.purpose.represents': {
    sv: 'Registret frågades om vem som får agera för vem',
    fi: 'Rekisteriltä kysyttiin, kuka saa asioida kenenkin puolesta',
    en: 'The register was asked who may act for whom',
  },
  'mandates.purpose.drafting': {
    sv: 'Skrev på en ansökan åt dig',
    fi: 'Täytti hakemusta puolestasi',
    en: 'Worked on an application for you',
  },
  'mandates.purpose.paper': {
    sv: 'Kontrollerade vem som står på en fullmakt på papper',
    fi: 'Tarkisti, ketkä paperisessa valtuutuksessa mainitaan',
    en: 'Checked who stands on a mandate on paper',
  },
  'mandates.purpose.paper-registered': {
    sv: 'Registrerade en fullmakt från papper',
    fi: 'Rekisteröi paperisen valtuutuksen',
    en: 'Registered a mandate from paper',
  },
  'mandates.purpose.paper-read': {
    sv: 'Öppnade en fullmakt som lämnats på papper',
    fi: 'Avasi paperilla jätetyn valtuutuksen',
    en: 'Opened a mandate that was handed in on paper',
  },
  'mandates.purpose.paper-revoked': {
    sv: 'Återkallade en fullmakt efter ett papper',
    fi: 'Peruutti valtuutuksen paperin perusteella',
    en: 'Revoked a mandate by a paper',
  },
  'mandates.purpose.drafted': {
    sv: 'Skrev en fullmakt',
    fi: 'Laati valtuutuksen',
    en: 'Wrote a mandate',
  },
  'mandates.purpose.requested': {
    sv: 'Bad om en fullmakt',
    fi: 'Pyysi valtuutusta',
    en: 'Asked for a mandate',
  },
  'mandates.purpose.signed-for': {
    sv: 'Vilka organisationer du tecknar firma för',
    fi: 'Minkä organisaatioiden nimen kirjoitat',
    en: 'Which organisations you sign for',
  },
  'mandates.purpose.of-age': {
    sv: 'Registret frågades om du är myndig',
    fi: 'Rekisteriltä kysyttiin, oletko täysi-ikäinen',
    en: 'The register was asked whether you are of age',
  },
  'mandates.purpose.revoked': {
    sv: 'Återkallade en fullmakt',
    fi: 'Peruutti valtuutuksen',
    en: 'Revoked a mandate',
  },
  'mandates.purpose.machine-checked': {
    sv: 'Ett system hos myndigheten frågade vem som får agera för vem',
    fi: 'Viranomaisen järjestelmä kysyi, kuka saa asioida kenenkin puolesta',
    en: 'A system of the authority asked who may act for whom',
  },
  'mandates.purpose.machine-searched': {
    sv: 'Ett system hos myndigheten sökte fullmakter',
    fi: 'Viranomaisen järjestelmä haki valtuutuksia',
    en: 'A system of the authority searched for mandates',
  },
  'mandates.purpose.machine-read': {
    sv: 'Ett system hos myndigheten läste en fullmakt',
    fi: 'Viranomaisen järjestelmä luki valtuutuksen',
    en: 'A system of the authority read a mandate',
  },
  'mandates.purpose.accepted': {
    sv: 'Tog emot en fullmakt',
    fi: 'Otti valtuutuksen vastaan',
    en: 'Accepted a mandate',
  },
  'mandates.purpose.declined': {
    sv: 'Tackade nej till en fullmakt',
    fi: 'Kieltäytyi valtuutuksesta',
    en: 'Declined a mandate',
  },
  'mandates.purpose.given-back': {
    sv: 'Lämnade tillbaka en fullmakt',
    fi: 'Luopui valtuutuksesta',
    en: 'Gave a mandate back',
  },
};
