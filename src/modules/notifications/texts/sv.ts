export const sv = {
  tips: {
    title: 'Utskick som inte gått fram',
    lead: 'Mejl som säger att något har kommit. Här står de som mottagarens server inte har tagit emot. Adresser och innehåll sparas inte.',
    caption: 'Utskick, senast ändrade först',
    columns: { changed: 'Ändrat', sender: 'Från', kind: 'Slag', state: 'Läge', attempts: 'Försök', detail: 'Svar' },
    kind: { 'new-message': 'Något har kommit', 'verify-address': 'Bekräfta adress' },
    state: {
      'under-way': 'På väg',
      accepted: 'Mottaget',
      refused: 'Avvisat',
      later: 'Försöker igen',
      unknown: 'Ovisst',
    },
    explain:
      'Ovisst: servern slutade svara sedan den fått mejlet, två gånger. Det kan ha kommit fram. Avvisat: servern sade nej, oftast för att adressen inte finns.',
    empty: 'Allt har gått fram',
    emptyWhy: 'Inget utskick väntar, har avvisats eller är ovisst.',
  },
  development: {
    title: 'Mejl i utvecklingsmiljön',
    lead: 'Mejl som den påhittade mejlservern har tagit emot, senaste först. Inget har lämnat datorn.',
    to: 'Till',
    empty: 'Inga mejl än',
    emptyWhy: 'Mejl skickas när ett beslut, en fråga eller något annat når någons brevlåda.',
    unreachable: 'Mejlservern svarar inte',
  },
};
