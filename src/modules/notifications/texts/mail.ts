import type { InEach } from '../../../kernel/texts.ts';

type Letter = { readonly subject: string; readonly text: string };
type MailTexts = {
  newMessage(sender: string, link: string, settings: string): Letter;
  verifyAddress(link: string): Letter;
};

/** What the mails say, in plain text. */
export const mailTexts: InEach<MailTexts> = {
  sv: {
    newMessage: (sender, link, settings) => ({
      subject: `Du har fått något från ${sender}`,
      text: `Hej!\n\nDet har kommit något till dig från ${sender}. Logga in för att läsa:\n\n${link}\n\nVi skriver aldrig i mejl vad det gäller, och ber dig aldrig om uppgifter i ett svar. Det går inte att svara på det här mejlet.\n\nVill du ändra din e-postadress eller slippa mejlen? ${settings}\n`,
    }),
    verifyAddress: (link) => ({
      subject: 'Bekräfta din e-postadress',
      text: `Hej!\n\nNågon, troligen du, har angett den här adressen på Mina sidor. Är den din? Bekräfta den här:\n\n${link}\n\nLänken gäller i två dagar och fungerar en gång. Var det inte du behöver du inte göra något: då används adressen inte.\n`,
    }),
  },
  fi: {
    newMessage: (sender, link, settings) => ({
      subject: `Sinulle on saapunut jotakin: ${sender}`,
      text: `Hei!\n\nSinulle on saapunut jotakin. Lähettäjä: ${sender}. Kirjaudu sisään, niin voit lukea sen:\n\n${link}\n\nEmme koskaan kerro sähköpostissa, mistä on kyse, emmekä pyydä tietoja vastauksena. Tähän viestiin ei voi vastata.\n\nHaluatko muuttaa sähköpostiosoitettasi tai lopettaa viestit? ${settings}\n`,
    }),
    verifyAddress: (link) => ({
      subject: 'Vahvista sähköpostiosoitteesi',
      text: `Hei!\n\nJoku, luultavasti sinä, on antanut tämän osoitteen Omilla sivuilla. Onko se sinun? Vahvista se tästä:\n\n${link}\n\nLinkki on voimassa kaksi päivää ja toimii kerran. Jos et antanut osoitetta, sinun ei tarvitse tehdä mitään: osoitetta ei silloin käytetä.\n`,
    }),
  },
  en: {
    newMessage: (sender, link, settings) => ({
      subject: `Something has come for you from ${sender}`,
      text: `Hello,\n\nSomething has come for you from ${sender}. Sign in to read it:\n\n${link}\n\nWe never write in an e-mail what it is about, and never ask you to reply with any details. This e-mail cannot be answered.\n\nDo you want to change your e-mail address, or stop these e-mails? ${settings}\n`,
    }),
    verifyAddress: (link) => ({
      subject: 'Confirm your e-mail address',
      text: `Hello,\n\nSomebody, most likely you, has entered this address on My pages. Is it yours? Confirm it here:\n\n${link}\n\nThe link is valid for two days and works once. If it was not you, there is nothing you need to do: the address will not be used.\n`,
    }),
  },
};
