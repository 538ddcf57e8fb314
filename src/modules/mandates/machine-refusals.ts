import type { RefusalTexts } from '../../kernel/texts.ts';

/** What an authority's own system is told. */
export const machineRefusals: RefusalTexts = {
  'mandates.machine.third-party': {
    sv: {
      what: 'Den myndigheten finns inte här',
      why: 'En nyckel gäller bara hos den myndighet som har gett den.',
      next: 'Ange den myndighetens nummer, med tio siffror.',
    },
    fi: {
      what: 'Viranomaista ei löydy',
      why: 'Avain koskee vain sitä viranomaista, joka on antanut sen.',
      next: 'Ilmoita sen viranomaisen numero kymmenellä numerolla.',
    },
    en: {
      what: 'There is no such authority here',
      why: 'A key is for the authority that gave it alone.',
      next: 'Name that authority by its number, in ten digits.',
    },
  },
  'mandates.machine.beyond': {
    sv: {
      what: 'Fullmakten gäller mer än myndigheten',
      why: 'En myndighet kan bara återkalla det som gäller hos den själv.',
      next: 'Be den som har gett fullmakten att återkalla den på Mina fullmakter.',
    },
    fi: {
      what: 'Valtuutus koskee muutakin kuin viranomaista',
      why: 'Viranomainen voi peruuttaa vain sen, mikä on voimassa sen luona.',
      next: 'Pyydä valtuutuksen antajaa peruuttamaan se Valtuutukset-sivulla.',
    },
    en: {
      what: 'The mandate is for more than the authority',
      why: 'An authority can revoke only what is at the authority itself.',
      next: 'Ask whoever gave the mandate to revoke it at their mandates.',
    },
  },
};
