import childCare from '../../services/barnomsorgsplats-2.json' with { type: 'json' };
import { texts as html } from '../../src/kernel/html/texts/index.ts';
import type { Language } from '../../src/kernel/texts.ts';
import { texts as cases } from '../../src/modules/cases/texts/index.ts';
import { texts as directory } from '../../src/modules/directory/texts/index.ts';
import { texts as identity } from '../../src/modules/identity/texts/index.ts';
import { texts as mailbox } from '../../src/modules/mailbox/texts/index.ts';
import { mailTexts } from '../../src/modules/notifications/texts/mail.ts';
import { texts as services } from '../../src/modules/services/texts/index.ts';

const electronicId = { sv: 'e-legitimation', fi: 'sähköinen tunnistus', en: 'an e-ID' };

/** The words of the pages, as somebody who reads the language knows them. */
export function wordsOf(language: Language) {
  return {
    language,
    html: html[language],
    services: services[language],
    childCare: childCare.texts[language],
    cases: cases[language],
    directory: directory[language],
    identity: identity[language],
    mailbox: mailbox[language],
    mail: mailTexts[language],
    signInButton: identity[language].signIn.choose(electronicId[language]),
  };
}

export type Words = ReturnType<typeof wordsOf>;
