import type { InEach } from '../../../kernel/texts.ts';

export type Letter = { readonly subject: string; readonly text: string };
type MailTexts = {
  newMessage(sender: string, link: string, settings: string): Letter;
  verifyAddress(link: string): Letter;
  invitation(to: Invitation): Letter;
};
type Invitation = {
  readonly by: string;
  readonly role: string;
  readonly authority: string;
  readonly link: string;
  readonly until: string;
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
    invitation: ({ by, role, authority, link, until }) => ({
      subject: `Du är inbjuden till ${authority}`,
      text: `Hej!\n\n${by} bjuder in dig att bli ${role} i ${authority}. Ta emot rollen här, med din egen e-legitimation:\n\n${link}\n\nLänken fungerar en gång, till och med ${until}. Skicka den inte vidare: rollen knyts till den som använder den. Känner du inte igen det här behöver du inte göra något. Det går inte att svara på det här mejlet.\n`,
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
    invitation: ({ by, role, authority, link, until }) => ({
      subject: `Sinut on kutsuttu: ${authority}`,
      text: `Hei!\n\n${by} kutsuu sinut rooliin: ${role}, ${authority}. Ota rooli vastaan tästä omalla tunnistusvälineelläsi:\n\n${link}\n\nLinkki toimii kerran. Viimeinen voimassaolopäivä on ${until}. Älä lähetä linkkiä eteenpäin: rooli liitetään siihen, joka käyttää linkin. Jos et tunnista tätä, sinun ei tarvitse tehdä mitään. Tähän viestiin ei voi vastata.\n`,
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
    invitation: ({ by, role, authority, link, until }) => ({
      subject: `You are invited to ${authority}`,
      text: `Hello,\n\n${by} invites you to be ${role} in ${authority}. Take the role here, with your own e-ID:\n\n${link}\n\nThe link works once, up to and including ${until}. Do not pass it on: the role goes to whoever uses it. If this means nothing to you, there is nothing you need to do. This e-mail cannot be answered.\n`,
    }),
  },
};
