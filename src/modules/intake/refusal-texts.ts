import { fileRefusalTexts } from '../../kernel/files/index.ts';
import type { RefusalTexts } from '../../kernel/texts.ts';

/** Those of kept files too, which are told beside the field. */
export const refusalTexts: RefusalTexts = {
  ...fileRefusalTexts,
  'intake.mapping.unknown': {
    sv: {
      what: 'Filbeskrivningen finns inte',
      why: 'Den hör till någon annan, eller adressen är fel.',
      next: 'Gå till listan över filbeskrivningar.',
    },
    fi: {
      what: 'Tiedostokuvausta ei ole',
      why: 'Se kuuluu jollekin muulle, tai osoite on väärä.',
      next: 'Siirry tiedostokuvausten luetteloon.',
    },
    en: {
      what: 'There is no such file description',
      why: 'It belongs to somebody else, or the address is wrong.',
      next: 'Go to the list of file descriptions.',
    },
  },
  'intake.mapping.changed-meanwhile': {
    sv: {
      what: 'Någon annan har ändrat filbeskrivningen',
      why: 'Den sparades av någon annan medan du hade den öppen.',
      next: 'Öppna den igen och gör din ändring på nytt.',
    },
    fi: {
      what: 'Joku muu on muuttanut tiedostokuvausta',
      why: 'Joku muu tallensi sen, kun sinulla oli se auki.',
      next: 'Avaa se uudelleen ja tee muutoksesi uudestaan.',
    },
    en: {
      what: 'Somebody else has changed the file description',
      why: 'It was saved by somebody else while you had it open.',
      next: 'Open it again and make your change anew.',
    },
  },
  'intake.target.unknown': {
    sv: {
      what: 'Vi vet inte vad raderna ska bli',
      why: 'Det som filbeskrivningen gäller finns inte i den här versionen.',
      next: 'Välj något annat i listan, eller tala med driften.',
    },
    fi: {
      what: 'Emme tiedä, miksi rivit tulevat',
      why: 'Tiedostokuvauksen kohdetta ei ole tässä versiossa.',
      next: 'Valitse luettelosta muu, tai ota yhteys ylläpitoon.',
    },
    en: {
      what: 'We do not know what the rows become',
      why: 'What the file description is for is not in this version.',
      next: 'Choose something else in the list, or talk to the operator.',
    },
  },
  'intake.file.unknown': {
    sv: {
      what: 'Filen finns inte',
      why: 'Den hör till någon annan, eller adressen är fel.',
      next: 'Gå till listan över filer som kommit.',
    },
    fi: {
      what: 'Tiedostoa ei ole',
      why: 'Se kuuluu jollekin muulle, tai osoite on väärä.',
      next: 'Siirry saapuneiden tiedostojen luetteloon.',
    },
    en: {
      what: 'There is no such file',
      why: 'It belongs to somebody else, or the address is wrong.',
      next: 'Go to the list of files that have come.',
    },
  },
  'intake.row.mended-meanwhile': {
    sv: {
      what: 'Raden är inte i karantän',
      why: 'Någon har redan rättat den, eller så finns den inte.',
      next: 'Gå tillbaka till filen och se vad som hänt med raden.',
    },
    fi: {
      what: 'Rivi ei ole karanteenissa',
      why: 'Joku on jo korjannut sen, tai sitä ei ole.',
      next: 'Palaa tiedostoon ja katso, mitä riville on tapahtunut.',
    },
    en: {
      what: 'The row is not in quarantine',
      why: 'Somebody has corrected it already, or it does not exist.',
      next: 'Go back to the file and see what has become of the row.',
    },
  },
};
