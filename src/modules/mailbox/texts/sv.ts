export const sv = {
  overview: 'Min översikt',
  inbox: {
    title: 'Meddelanden',
    lead: 'Här ligger beslut, frågor och besked från kommuner och andra myndigheter.',
    unread: 'Oläst',
    empty: 'Du har inga meddelanden',
    emptyWhy:
      'När en kommun skickar ett beslut eller en fråga till dig hamnar det här. Har du lagt in din e-postadress får du ett mejl om att något har kommit.',
    newest: 'Till de senaste meddelandena',
    end: 'Här tar listan slut.',
    attachments: (count: number) => (count === 1 ? '1 bilaga' : `${count} bilagor`),
  },
  kind: { decision: 'Beslut', question: 'Fråga till dig', information: 'Besked' },
  message: {
    from: 'Från',
    arrived: 'Kom',
    case: 'Ärende',
    attachments: 'Bilagor',
    download: (name: string) => `Ladda ner ${name}`,
    answer: 'Svara i ärendet',
    toCase: 'Visa ärendet',
    toPayslip: 'Visa lönebeskedet',
    toMandate: 'Visa fullmakten',
    back: 'Alla meddelanden',
  },
};
