/** Said of what the producer tells with two booleans; its own words stand beside. */
export const texts = {
  sv: {
    ball: { me: 'Väntar på dig', them: 'Handläggs', done: 'Klart' },
    act: 'Myndigheten väntar på att du gör något.',
    send: (what: string) => `Skicka in det som saknas: ${what}.`,
    counted: 'Dagen som myndigheten har angett.',
  },
  fi: {
    ball: { me: 'Odottaa sinua', them: 'Käsittelyssä', done: 'Valmis' },
    act: 'Viranomainen odottaa, että teet jotain.',
    send: (what: string) => `Lähetä puuttuvat: ${what}.`,
    counted: 'Viranomaisen ilmoittama päivä.',
  },
  en: {
    ball: { me: 'Waits for you', them: 'Being handled', done: 'Finished' },
    act: 'The authority waits for you to do something.',
    send: (what: string) => `Send what is missing: ${what}.`,
    counted: 'The day that the authority has given.',
  },
};
