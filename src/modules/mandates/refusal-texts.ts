import type { RefusalTexts } from '../../kernel/texts.ts';
import { chooseRefusals } from './choose-refusals.ts';
import { machineRefusals } from './machine-refusals.ts';
import { paperRefusals } from './paper-refusals.ts';
import { passOnRefusals } from './pass-on-refusals.ts';
import { stateRefusals } from './state-refusals.ts';
import { termsRefusals } from './terms-refusals.ts';
import { writingRefusals } from './writing-refusals.ts';

export const refusalTexts: RefusalTexts = {
  ...paperRefusals,
  ...stateRefusals,
  ...termsRefusals,
  ...machineRefusals,
  ...writingRefusals,
  ...passOnRefusals,
  ...chooseRefusals,
  'mandates.not-found': {
    sv: {
      what: 'Fullmakten finns inte här',
      why: 'Adressen kan vara felskriven, eller så är fullmakten inte din att se.',
      next: 'Gå till dina fullmakter.',
    },
    fi: {
      what: 'Valtuutusta ei löydy',
      why: 'Osoite voi olla kirjoitettu väärin, tai valtuutus ei kuulu sinulle.',
      next: 'Siirry valtuutuksiisi.',
    },
    en: {
      what: 'There is no such mandate here',
      why: 'The address may be misspelt, or the mandate is not yours to see.',
      next: 'Go to your mandates.',
    },
  },
  'mandates.not-theirs': {
    sv: {
      what: 'Det är inte din sak att göra',
      why: 'Bara den som ger fullmakten kan återkalla den, och bara den som har fått den kan svara på den.',
      next: 'Öppna fullmakten och se vad du kan göra.',
    },
    fi: {
      what: 'Se ei ole sinun tehtävissäsi',
      why: 'Vain antaja voi peruuttaa valtuutuksen, ja vain saaja voi vastata siihen.',
      next: 'Avaa valtuutus ja katso, mitä voit tehdä.',
    },
    en: {
      what: 'That is not yours to do',
      why: 'Only whoever gives the mandate can revoke it, and only whoever has it can answer it.',
      next: 'Open the mandate and see what you can do.',
    },
  },
  'mandates.changed-meanwhile': {
    sv: {
      what: 'Någon annan hann före',
      why: 'Fullmakten ändrades medan du hade sidan öppen.',
      next: 'Öppna fullmakten igen och se hur den står.',
    },
    fi: {
      what: 'Joku muu ehti ensin',
      why: 'Valtuutus muuttui, kun sivu oli sinulla auki.',
      next: 'Avaa valtuutus uudelleen ja katso sen tila.',
    },
    en: {
      what: 'Somebody else was first',
      why: 'The mandate was changed while you had the page open.',
      next: 'Open the mandate again and see how it stands.',
    },
  },
  'mandates.preview.other': {
    sv: {
      what: 'Granskningen gäller inte längre',
      why: 'Den visades i en annan inloggning, eller när du agerade för någon annan.',
      next: 'Skriv fullmakten på nytt.',
    },
    fi: {
      what: 'Tarkistus ei ole enää voimassa',
      why: 'Se näytettiin toisessa istunnossa tai kun asioit jonkun toisen puolesta.',
      next: 'Laadi valtuutus uudelleen.',
    },
    en: {
      what: 'The check is no longer valid',
      why: 'It was shown in another sign-in, or when you acted for somebody else.',
      next: 'Write the mandate again.',
    },
  },
  'mandates.choose.not-represented': {
    sv: {
      what: 'Du kan inte agera för den personen',
      why: 'Du har ingen rätt som gäller nu.',
      next: 'Välj i listan, eller be personen om en fullmakt.',
    },
    fi: {
      what: 'Et voi asioida tämän henkilön puolesta',
      why: 'Sinulla ei ole nyt voimassa olevaa oikeutta.',
      next: 'Valitse luettelosta tai pyydä henkilöltä valtuutus.',
    },
    en: {
      what: 'You can not act for that person',
      why: 'You have no right to it that is valid now.',
      next: 'Choose from the list, or ask the person for a mandate.',
    },
  },
};
