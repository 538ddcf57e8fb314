export const sv = {
  states: {
    title: 'Register',
    lead: (hours: number) =>
      `Hur folkbokföringen, bolagsregistret och ställföreträdarregistret har svarat de senaste ${hours} timmarna. Här står aldrig vem frågorna gällde.`,
    caption: 'Frågor till registren',
    columns: {
      question: 'Fråga',
      now: 'Nu',
      answers: 'Svar',
      faults: 'Fel',
      time: 'Svarstid',
      copies: 'Sparade svar, uppgifter från',
    },
    questions: {
      person: 'Befolkningsregistret: en person',
      organisation: 'Bolagsregistret: en organisation',
      'organisations-of': 'Bolagsregistret: vem företräder vad',
      'guardianships-of': 'Ställföreträdarregistret: gode män och förvaltare',
    },
    standing: { quiet: 'Ingen har frågat', answers: 'Svarar', fails: 'Svarar inte som det ska' },
    answered: (answered: number, nothing: number) => `${answered} svar, ${nothing} utan uppgift.`,
    notAllowed: (times: number) => `Nekade ${times} gånger.`,
    last: 'Senast',
    noFaults: 'Inga fel',
    faults: {
      down: 'svarar inte',
      slow: 'för långsamt',
      broken: 'obegripligt svar',
      'unknown-type': 'ett slag vi inte känner till',
      'about-another': 'svar om någon annan',
      contradictory: 'motsäger sig självt',
      'too-large': 'för stort svar',
    },
    times: (median: number, slowest: number) => `${median} ms oftast, ${slowest} ms som mest`,
    noCopies: 'Inga',
    copies: (count: number) => `${count} st`,
    explain:
      'Ett svar som är obegripligt, motsäger sig självt, gäller någon annan eller kommer för sent används aldrig. Då visas det senaste riktiga svaret med sin tidpunkt, eller att registret inte kunde frågas.',
  },
};
