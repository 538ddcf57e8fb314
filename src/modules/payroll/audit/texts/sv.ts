export const sv = {
  title: 'Revisorns lista',
  lead: 'Vem som får och vem som har gjort vad, vad som har ändrats för hand, vad kontrollerna har hittat och hur det har besvarats. Anställda står med sitt nummer, ingens lön visas.',
  since: 'Från och med',
  show: 'Visa',
  wrong: 'Skriv dagen som 2026-01-31.',
  csv: 'Hämta som CSV',
  empty: 'Inget att visa',
  sections: {
    rights: 'Rättigheter som gäller',
    acts: 'Vad som har gjorts',
    'master-data': 'Ändringar av uppgifter',
    errors: 'Vad kontrollerna hittade och hur det besvarades',
    reconciliations: 'Avstämning: huvudbok mot utbetalning',
  },
  columns: { at: 'När', who: 'Vem', what: 'Vad', about: 'Om', detail: 'Mer' },
  system: 'Systemet',
  back: 'Löner',
};
