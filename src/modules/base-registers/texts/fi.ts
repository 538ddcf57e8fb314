import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  states: {
    title: 'Rekisterit',
    lead: (hours) =>
      `Miten väestörekisteri, yritysrekisteri ja edunvalvontarekisteri ovat vastanneet viimeisten ${hours} tunnin aikana. Tässä ei koskaan näy, ketä kysymys koski.`,
    caption: 'Kysymykset rekistereille',
    columns: {
      question: 'Kysymys',
      now: 'Nyt',
      answers: 'Vastaukset',
      faults: 'Virheet',
      time: 'Vastausaika',
      copies: 'Tallennetut vastaukset, tiedot ajalta',
    },
    questions: {
      person: 'Väestörekisteri: henkilö',
      organisation: 'Yritysrekisteri: organisaatio',
      'organisations-of': 'Yritysrekisteri: kuka edustaa mitäkin',
      'guardianships-of': 'Edunvalvontarekisteri: edunvalvojat',
    },
    standing: { quiet: 'Kukaan ei ole kysynyt', answers: 'Vastaa', fails: 'Ei vastaa niin kuin pitäisi' },
    answered: (answered, nothing) => `${answered} vastausta, ${nothing} ilman tietoja.`,
    notAllowed: (times) => `Kielsi ${times} kertaa.`,
    last: 'Viimeksi',
    noFaults: 'Ei virheitä',
    faults: {
      down: 'ei vastaa',
      slow: 'liian hidas',
      broken: 'käsittämätön vastaus',
      'unknown-type': 'laji, jota emme tunne',
      'about-another': 'vastaus koski jotakuta muuta',
      contradictory: 'on ristiriidassa itsensä kanssa',
      'too-large': 'liian suuri vastaus',
    },
    times: (median, slowest) => `useimmiten ${median} ms, enintään ${slowest} ms`,
    noCopies: 'Ei yhtään',
    copies: (count) => `${count} kpl`,
    explain:
      'Vastausta, joka on käsittämätön, ristiriitainen, koskee jotakuta muuta tai tulee liian myöhään, ei koskaan käytetä. Silloin näytetään viimeisin kunnollinen vastaus ja sen ajankohta, tai kerrotaan, ettei rekisteriltä voitu kysyä.',
  },
};
