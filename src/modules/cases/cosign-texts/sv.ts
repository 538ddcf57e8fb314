/** What a letter about a signature speaks of. */
export type ToldOf = {
  readonly applicant: string;
  readonly service: string;
  readonly authority: string;
  /** The last day to sign. */
  readonly by: string;
  /** Why somebody would not sign; empty when that is not what it tells. */
  readonly reason: string;
};

export const sv = {
  toSign: {
    title: (service: string, applicant: string) => `${service}: ${applicant} söker`,
    what: (applicant: string, service: string, authority: string) =>
      `${applicant} har fyllt i «${service}» till ${authority}. Du har också vårdnaden om ett barn i ansökan och behöver därför skriva under. Det här står i den:`,
    shortened: 'Långa svar är förkortade här. I dokumentet som du skriver under står de i sin helhet.',
    means:
      'När du skriver under ansöker ni tillsammans. Kommunen får ansökan först när alla har skrivit under, och du kan följa ärendet på Min översikt. Ändras något i ansökan efter det gäller din underskrift inte längre.',
  },
  letters: {
    asked: {
      subject: (service: string) => `Skriv under: ${service}`,
      body: ({ applicant, service, authority, by }: ToldOf) =>
        `${applicant} vill skicka «${service}» till ${authority}. Enligt folkbokföringen har du också vårdnaden om ett barn i ansökan. Därför behöver du läsa den och skriva under.\n\nDu hittar den på Min översikt under Skriv under. Senast ${by}.\n\nVill du inte skriva under säger du nej på samma sida. Då skickas ingenting.`,
    },
    refused: {
      subject: (service: string) => `Inte underskrivet: ${service}`,
      body: ({ service, reason }: ToldOf) =>
        `Den andra vårdnadshavaren ville inte skriva under «${service}». Ansökan har inte skickats.\n\nSkälet: ${reason}\n\nAnsökan är öppen igen. Du hittar den på Min översikt och kan ändra den och skicka den på nytt.`,
    },
    expired: {
      subject: (service: string) => `Tiden gick ut: ${service}`,
      body: ({ service, by }: ToldOf) =>
        `Alla hann inte skriva under «${service}» före utgången av ${by}. Ansökan har inte skickats.\n\nDen är öppen igen. Du hittar den på Min översikt och kan skicka den på nytt.`,
    },
    'expired-signer': {
      subject: (service: string) => `Tiden gick ut: ${service}`,
      body: ({ applicant, service }: ToldOf) =>
        `Tiden att skriva under «${service}» för ${applicant} har gått ut. Ansökan har inte skickats. Du behöver inte göra något.`,
    },
    'withdrawn-signer': {
      subject: (service: string) => `Ska inte skrivas under längre: ${service}`,
      body: ({ applicant, service }: ToldOf) =>
        `${applicant} har ändrat eller tagit tillbaka «${service}». Du behöver inte skriva under det du fick, och en underskrift som du har lämnat gäller inte. Skickas ansökan på nytt får du ett nytt meddelande.`,
    },
  },
  signatures: {
    title: 'Underskrifter',
    who: 'Underskrivet av',
    protectedPerson: 'En person med skyddade personuppgifter',
    at: (moment: string) => `skrev under ${moment}`,
    evidence: 'Bevis',
    verified: 'Kontrollerat nu: underskrifterna stämmer med ansökan',
    broken: 'Underskrifterna stämmer inte. Ansökan eller beviset kan ha ändrats.',
    byParty: (name: string) => `${name} (skrev under)`,
    other: 'Den andra vårdnadshavaren',
  },
  custody: {
    title: 'Vårdnaden enligt folkbokföringen',
    child: (number: number) => `Barn ${number}`,
    asOf: 'Uppgifterna är från',
    said: {
      alone: 'Den sökande har vårdnaden ensam',
      shared: 'Delad vårdnad; alla har skrivit under',
      'not-own': 'Inte kontrollerad: registret känner inte barnet som den sökandes',
      silent: 'Inte kontrollerad: registret kunde inte frågas',
      protected: 'Inte kontrollerad: någon har skyddade personuppgifter, så ingen annan har tillfrågats',
    },
    unchecked: 'Vårdnaden är inte kontrollerad',
    uncheckedText:
      'Ingen annan har skrivit under för de barn där det står så nedan. Ta reda på vem som har vårdnaden innan du beslutar.',
  },
  home: {
    waiting: (title: string) => `Väntar på underskrift: ${title}`,
    again: (title: string) => `Öppen igen: ${title}`,
    by: (authority: string, day: string) => `${authority} · senast ${day}`,
    others: 'Väntar på andra',
  },
};
