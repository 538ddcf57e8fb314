import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  facts: {
    givers: 'Antaja',
    holders: 'Saaja',
    subject: 'Koskee',
    days: (from: string, to: string) => `Voimassa ${from} – ${to}`,
  },
  letters: {
    'to-sign': {
      subject: 'Valtuutus odottaa allekirjoitustasi',
      first: 'Sinua on pyydetty allekirjoittamaan valtuutus.',
      last: 'Lue se rauhassa ennen kuin allekirjoitat. Jos et tunnista sitä, voit kieltäytyä.',
    },
    requested: {
      subject: 'Sinulta pyydetään valtuutusta',
      first: 'Saajaksi merkitty pyytää saada asioida puolestasi.',
      last: 'Mikään ei ole voimassa ennen kuin olet allekirjoittanut. Jos et tunnista pyyntöä, voit kieltäytyä.',
    },
    'registered-giver': {
      subject: 'Valtuutus on valmis',
      first: 'Valtuutus on allekirjoitettu ja rekisteröity.',
      last: 'Näet valtuutuksen sivulta, miten sitä käytetään, ja voit peruuttaa sen milloin haluat.',
    },
    'registered-holder': {
      subject: 'Olet saanut valtuutuksen',
      first: 'Joku on antanut sinulle oikeuden asioida hänen puolestaan.',
      last: 'Valtuutuksen sivulla kerrotaan tarkasti, mitä saat tehdä. Siellä voit ottaa sen vastaan tai kieltäytyä.',
    },
    'passed-on': {
      subject: 'Valtuutuksesi on annettu eteenpäin',
      first: 'Valtuutuksesi saaja on antanut jollekulle muulle oikeuden tehdä saman tai vähemmän.',
      last: 'Voit peruuttaa sen milloin haluat valtuutuksen sivulla.',
    },
    'accepted-giver': {
      subject: 'Valtuutus on otettu vastaan',
      first: 'Valtuutuksen saaja on ottanut sen vastaan.',
      last: '',
    },
    'declined-giver': {
      subject: 'Valtuutuksesta on kieltäydytty',
      first: 'Se, jolle valtuutus oli tarkoitettu, on kieltäytynyt siitä.',
      last: '',
    },
    'declined-holder': {
      subject: 'Olet kieltäytynyt valtuutuksesta',
      first: 'Olet kieltäytynyt valtuutuksesta. Et saa asioida sen nojalla.',
      last: '',
    },
    'given-back-giver': {
      subject: 'Valtuutuksesta on luovuttu',
      first: 'Valtuutuksen saaja on luopunut siitä eikä saa enää asioida sen nojalla.',
      last: '',
    },
    'given-back-holder': {
      subject: 'Olet luopunut valtuutuksesta',
      first: 'Olet luopunut valtuutuksesta. Et saa enää asioida sen nojalla.',
      last: '',
    },
    'revoked-giver': {
      subject: 'Valtuutus on peruutettu',
      first: 'Valtuutus on peruutettu eikä ole enää voimassa.',
      last: 'Etkö se ollut sinä? Katso valtuutuksen sivulta, kuka sen teki.',
    },
    'revoked-holder': {
      subject: 'Sinulla ollut valtuutus on peruutettu',
      first: 'Valtuutus on peruutettu. Et saa enää asioida sen nojalla.',
      last: '',
    },
    'refused-giver': {
      subject: 'Valtuutusta ei syntynyt',
      first: 'Kaikki tarvittavat eivät hyväksyneet valtuutusta, tai eivät ajoissa. Se ei ole voimassa.',
      last: 'Jos haluat sen voimaan, tee uusi valtuutus.',
    },
    'refused-holder': {
      subject: 'Et saanut pyytämääsi valtuutusta',
      first: 'Kaikki tarvittavat eivät hyväksyneet valtuutusta, tai eivät ajoissa. Se ei ole voimassa.',
      last: '',
    },
    'replaced-giver': {
      subject: 'Valtuutus on korvattu',
      first: 'Tämä valtuutus on korvattu uudella eikä ole enää voimassa.',
      last: '',
    },
    'replaced-holder': {
      subject: 'Sinulla oleva valtuutus on korvattu',
      first: 'Tämä valtuutus on korvattu uudella. Uudessa kerrotaan, mitä saat tehdä.',
      last: '',
    },
    'chain-broken-giver': {
      subject: 'Valtuutus päättyi sen mukana, josta se tuli',
      first: 'Valtuutus, josta tämä tuli, ei ole enää voimassa. Siksi tämäkään ei ole voimassa.',
      last: '',
    },
    'chain-broken-holder': {
      subject: 'Sinulla ollut valtuutus ei ole enää voimassa',
      first: 'Valtuutus, josta sinun valtuutuksesi tuli, ei ole enää voimassa. Et saa enää asioida sen perusteella.',
      last: '',
    },
    'fallen-giver': {
      subject: 'Valtuutus on päättynyt',
      first: 'Valtuutus on päättynyt, koska rekisterin mukaan yhtä osapuolta ei enää ole.',
      last: '',
    },
    'fallen-holder': {
      subject: 'Sinulla ollut valtuutus on päättynyt',
      first:
        'Valtuutus on päättynyt, koska rekisterin mukaan yhtä osapuolta ei enää ole. Et saa enää asioida sen nojalla.',
      last: '',
    },
    'suspended-giver': {
      subject: 'Valtuutus on levossa',
      first: 'Valtuutus ei ole juuri nyt voimassa, koska rekisteriin on tullut uusi tieto.',
      last: 'Se voi tulla uudelleen voimaan. Silloin saat uuden viestin.',
    },
    'suspended-holder': {
      subject: 'Sinulla oleva valtuutus on levossa',
      first: 'Valtuutus ei ole juuri nyt voimassa. Et saa asioida sen nojalla.',
      last: 'Se voi tulla uudelleen voimaan. Silloin saat uuden viestin.',
    },
    'resumed-giver': {
      subject: 'Valtuutus on taas voimassa',
      first: 'Valtuutus ei ole enää levossa.',
      last: '',
    },
    'resumed-holder': {
      subject: 'Sinulla oleva valtuutus on taas voimassa',
      first: 'Valtuutus ei ole enää levossa. Saat taas asioida sen nojalla.',
      last: '',
    },
    'expiring-giver': {
      subject: 'Valtuutuksen voimassaolo päättyy pian',
      first: 'Valtuutuksen voimassaolo päättyy pian.',
      last: 'Jos haluat sen jatkuvan, tee uusi hyvissä ajoin. Muuten sinun ei tarvitse tehdä mitään.',
    },
    'expiring-holder': {
      subject: 'Sinulla olevan valtuutuksen voimassaolo päättyy pian',
      first: 'Valtuutuksen voimassaolo päättyy pian.',
      last: 'Jos tarvitset sitä pidempään, pyydä sen antajalta uusi.',
    },
    'expired-giver': {
      subject: 'Valtuutuksen voimassaolo on päättynyt',
      first: 'Valtuutuksen viimeinen päivä on ohi. Se ei ole enää voimassa.',
      last: '',
    },
    'expired-holder': {
      subject: 'Sinulla olleen valtuutuksen voimassaolo on päättynyt',
      first: 'Valtuutuksen viimeinen päivä on ohi. Et saa enää asioida sen nojalla.',
      last: '',
    },
  },
};
