/** What each letter says: its line in the mailbox, and what stands above and below the mandate's own facts. */
export const sv = {
  facts: {
    givers: 'Ges av',
    holders: 'Ges till',
    subject: 'Gäller',
    days: (from: string, to: string) => `Från och med ${from} till och med ${to}`,
  },
  letters: {
    'to-sign': {
      subject: 'En fullmakt väntar på din underskrift',
      first: 'Du har blivit ombedd att skriva under en fullmakt.',
      last: 'Läs den i lugn och ro innan du skriver under. Känner du inte igen den kan du säga nej.',
    },
    requested: {
      subject: 'Någon ber om en fullmakt från dig',
      first: 'Den som står som mottagare ber om att få agera för dig.',
      last: 'Inget gäller förrän du har skrivit under. Känner du inte igen det kan du säga nej.',
    },
    'registered-giver': {
      subject: 'Fullmakten är klar',
      first: 'Fullmakten är underskriven och registrerad.',
      last: 'Du ser på fullmaktens sida hur den används, och kan återkalla den när du vill.',
    },
    'registered-holder': {
      subject: 'Du har fått en fullmakt',
      first: 'Någon har gett dig rätt att agera i sitt namn.',
      last: 'På fullmaktens sida står exakt vad du får göra. Där kan du ta emot den eller tacka nej.',
    },
    'passed-on': {
      subject: 'Din fullmakt har getts vidare',
      first: 'Den som har din fullmakt har låtit någon annan göra samma sak, eller mindre.',
      last: 'Du kan återkalla det när du vill på fullmaktens sida.',
    },
    'accepted-giver': {
      subject: 'Fullmakten är mottagen',
      first: 'Den som fick fullmakten har tagit emot den.',
      last: '',
    },
    'declined-giver': {
      subject: 'Någon har tackat nej till fullmakten',
      first: 'Den som skulle få fullmakten har tackat nej.',
      last: '',
    },
    'declined-holder': {
      subject: 'Du har tackat nej till en fullmakt',
      first: 'Du har tackat nej till fullmakten. Du får inte agera genom den.',
      last: '',
    },
    'given-back-giver': {
      subject: 'Fullmakten är tillbakalämnad',
      first: 'Den som hade fullmakten har lämnat tillbaka den, och får inte längre agera genom den.',
      last: '',
    },
    'given-back-holder': {
      subject: 'Du har lämnat tillbaka en fullmakt',
      first: 'Du har lämnat tillbaka fullmakten. Du får inte längre agera genom den.',
      last: '',
    },
    'revoked-giver': {
      subject: 'Fullmakten är återkallad',
      first: 'Fullmakten är återkallad och gäller inte längre.',
      last: 'Var det inte du? Se på fullmaktens sida vem som gjorde det.',
    },
    'revoked-holder': {
      subject: 'En fullmakt som du har haft är återkallad',
      first: 'Fullmakten är återkallad. Du får inte längre agera genom den.',
      last: '',
    },
    'refused-giver': {
      subject: 'Fullmakten blev inte av',
      first: 'Fullmakten godkändes inte av alla som måste, eller inte i tid. Den gäller inte.',
      last: 'Vill du att den ska gälla får du göra en ny.',
    },
    'refused-holder': {
      subject: 'Du fick inte den fullmakt som du bad om',
      first: 'Fullmakten godkändes inte av alla som måste, eller inte i tid. Den gäller inte.',
      last: '',
    },
    'replaced-giver': {
      subject: 'Fullmakten är ersatt',
      first: 'Den här fullmakten är ersatt av en ny och gäller inte längre.',
      last: '',
    },
    'replaced-holder': {
      subject: 'En fullmakt som du har är ersatt',
      first: 'Den här fullmakten är ersatt av en ny. Det är den nya som säger vad du får göra.',
      last: '',
    },
    'chain-broken-giver': {
      subject: 'En fullmakt upphörde med den som den kom från',
      first: 'Den fullmakt som den här kom från gäller inte längre, och då gäller inte heller den här.',
      last: '',
    },
    'chain-broken-holder': {
      subject: 'En fullmakt som du har haft gäller inte längre',
      first: 'Den fullmakt som din kom från gäller inte längre. Du får inte längre agera genom den.',
      last: '',
    },
    'fallen-giver': {
      subject: 'Fullmakten har upphört',
      first: 'Fullmakten har upphört, eftersom ett register säger att en av parterna inte längre finns.',
      last: '',
    },
    'fallen-holder': {
      subject: 'En fullmakt som du har haft har upphört',
      first:
        'Fullmakten har upphört, eftersom ett register säger att en av parterna inte längre finns. Du får inte längre agera genom den.',
      last: '',
    },
    'suspended-giver': {
      subject: 'Fullmakten vilar',
      first: 'Fullmakten gäller inte just nu, eftersom ett register har fått en ny uppgift.',
      last: 'Den kan börja gälla igen. Då får du ett nytt meddelande.',
    },
    'suspended-holder': {
      subject: 'En fullmakt som du har vilar',
      first: 'Fullmakten gäller inte just nu. Du får inte agera genom den.',
      last: 'Den kan börja gälla igen. Då får du ett nytt meddelande.',
    },
    'resumed-giver': { subject: 'Fullmakten gäller igen', first: 'Fullmakten vilar inte längre.', last: '' },
    'resumed-holder': {
      subject: 'En fullmakt som du har gäller igen',
      first: 'Fullmakten vilar inte längre. Du får agera genom den igen.',
      last: '',
    },
    'expiring-giver': {
      subject: 'Fullmakten slutar snart att gälla',
      first: 'Fullmakten slutar snart att gälla.',
      last: 'Vill du att den ska fortsätta kan du göra en ny i god tid. Annars behöver du inte göra något.',
    },
    'expiring-holder': {
      subject: 'En fullmakt som du har slutar snart att gälla',
      first: 'Fullmakten slutar snart att gälla.',
      last: 'Behöver du den längre får du be den som gav dig den om en ny.',
    },
    'expired-giver': {
      subject: 'Fullmakten har slutat att gälla',
      first: 'Fullmaktens sista dag har passerat. Den gäller inte längre.',
      last: '',
    },
    'expired-holder': {
      subject: 'En fullmakt som du har haft har slutat att gälla',
      first: 'Fullmaktens sista dag har passerat. Du får inte längre agera genom den.',
      last: '',
    },
  },
};
