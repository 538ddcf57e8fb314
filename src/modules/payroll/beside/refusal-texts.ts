import type { RefusalTexts } from '../../../kernel/texts.ts';

/** What is told to who pays somebody beside the month in a way that can not be. */
export const besideRefusals: RefusalTexts = {
  'payroll.beside.day': {
    sv: {
      what: 'Dagen går inte att läsa',
      why: 'Den ska finnas i kalendern.',
      next: 'Gå tillbaka och skriv den som 2026-05-29.',
    },
    fi: {
      what: 'Päivää ei voi lukea',
      why: 'Sen pitää olla kalenterissa.',
      next: 'Palaa ja kirjoita se muodossa 2026-05-29.',
    },
    en: {
      what: 'The day can not be read',
      why: 'It must be in the calendar.',
      next: 'Go back and write it as 2026-05-29.',
    },
  },
  'payroll.beside.day-has-been': {
    sv: {
      what: 'Betalningsdagen har varit',
      why: 'Pengar kan inte betalas ut bakåt i tiden.',
      next: 'Gå tillbaka och välj i dag eller senare.',
    },
    fi: {
      what: 'Maksupäivä on mennyt',
      why: 'Rahaa ei voi maksaa takautuvasti.',
      next: 'Palaa ja valitse tämä päivä tai myöhempi.',
    },
    en: {
      what: 'The day of payment has been',
      why: 'Money can not be paid back in time.',
      next: 'Go back and choose today or later.',
    },
  },
  'payroll.beside.amount': {
    sv: {
      what: 'Beloppet går inte',
      why: 'Det ska vara ett belopp, och ett förskott får inte vara större än månadens avtalade lön.',
      next: 'Gå tillbaka och skriv ett annat belopp.',
    },
    fi: {
      what: 'Määrä ei käy',
      why: 'Sen pitää olla rahamäärä, eikä ennakko saa olla suurempi kuin kuukauden sovittu palkka.',
      next: 'Palaa ja kirjoita toinen määrä.',
    },
    en: {
      what: 'The amount can not be',
      why: 'It must be an amount, and an advance no larger than the agreed pay of the month.',
      next: 'Go back and write another amount.',
    },
  },
  'payroll.beside.month-paid': {
    sv: {
      what: 'Månaden är redan betald',
      why: 'Ett förskott är lön före lönedagen.',
      next: 'Gå tillbaka. En extra körning betalar det som fattas.',
    },
    fi: {
      what: 'Kuukausi on jo maksettu',
      why: 'Ennakko on palkkaa ennen palkkapäivää.',
      next: 'Palaa. Ylimääräinen ajo maksaa sen, mikä puuttuu.',
    },
    en: {
      what: 'The month is paid already',
      why: 'An advance is pay before its day.',
      next: 'Go back. An extra run pays what is missing.',
    },
  },
  'payroll.beside.no-employment': {
    sv: {
      what: 'Ingen anställning den dagen',
      why: 'Det finns ingenting att avsluta.',
      next: 'Gå tillbaka och se efter vilka anställningar som gäller.',
    },
    fi: {
      what: 'Ei palvelussuhdetta sinä päivänä',
      why: 'Päätettävää ei ole.',
      next: 'Palaa ja katso, mitkä palvelussuhteet ovat voimassa.',
    },
    en: {
      what: 'No employment on that day',
      why: 'There is nothing to end.',
      next: 'Go back and see which employments there are.',
    },
  },
  'payroll.beside.numbers': {
    sv: {
      what: 'Alla personer hittades inte',
      why: 'Minst ett nummer finns inte hos arbetsgivaren, eller så är de fler än 500.',
      next: 'Gå tillbaka och rätta numren.',
    },
    fi: {
      what: 'Kaikkia henkilöitä ei löytynyt',
      why: 'Ainakin yhtä numeroa ei ole työnantajalla, tai niitä on yli 500.',
      next: 'Palaa ja korjaa numerot.',
    },
    en: {
      what: 'Not everybody was found',
      why: 'At least one number is not with the employer, or there are more than 500.',
      next: 'Go back and correct the numbers.',
    },
  },
  'payroll.account.no-person': {
    sv: {
      what: 'Personen är inte känd',
      why: 'Bara någon med personnummer här kan få ett konto.',
      next: 'Lägg till personen först.',
    },
    fi: {
      what: 'Henkilöä ei tunneta',
      why: 'Tilin voi saada vain henkilö, jonka tunnus on täällä.',
      next: 'Lisää henkilö ensin.',
    },
    en: {
      what: 'The person is not known',
      why: 'Only somebody with an identity number here can have an account.',
      next: 'Add the person first.',
    },
  },
  'payroll.preview.nobody': {
    sv: {
      what: 'Ingen berörs',
      why: 'Ändringen rör ingen på arbetsgivarens körningar.',
      next: 'Gå tillbaka och pröva en annan dag eller ett annat värde.',
    },
    fi: {
      what: 'Ketään ei koske',
      why: 'Muutos ei koske ketään työnantajan ajoissa.',
      next: 'Palaa ja kokeile toista päivää tai arvoa.',
    },
    en: {
      what: 'Nobody is touched',
      why: 'The change touches nobody on the employer’s runs.',
      next: 'Go back and try another day or figure.',
    },
  },
};
