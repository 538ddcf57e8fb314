import { signIn } from './child-care.ts';
import type { Hands } from './hands.ts';
import type { Words } from './words.ts';

/** Pages that the journey does not pass, by who may see them: in use, empty, and refusing. */
export const tours = {
  nobody: [
    '/',
    '/?sok=Sundsvall',
    '/?sok=finns-inte',
    '/sundsvall',
    '/sottunga/tjanster/foreningsbidrag',
    '/sottunga/tjanster/forslag',
    '/sottunga/personuppgifter',
    '/sottunga/tillganglighet',
    '/om',
    '/om/personuppgifter',
    '/om/tillganglighet',
    '/finns-inte',
    '/sottunga/finns-inte',
    '/inbjudan/finns-inte',
    '/utveckling/register',
    '/utveckling/komponenter/avslag',
    '/utveckling/komponenter/fel',
  ],
  'Noor Rahimi': [
    '/mina-sidor',
    '/mina-sidor/oversikt',
    '/mina-sidor/oversikt?visa=min-tur&sok=finns-inte',
    '/mina-sidor/oversikt/alla',
    '/mina-sidor/oversikt/kalender',
    '/mina-sidor/arenden',
    '/mina-sidor/meddelanden',
    '/mina-sidor/signera',
    '/mina-sidor/fullmakter',
    '/mina-sidor/fullmakter/ny',
    '/mina-sidor/fullmakter/utskrift',
    '/mina-sidor/fullmakter?sok=finns-inte',
    '/mina-sidor/logg?ratt=alla',
    '/mina-sidor/lon',
    '/mina-sidor/uppgifter',
    '/mina-sidor/sessioner',
    '/mina-sidor/logg',
    '/handlaggning',
    '/logga-in',
  ],
  'Lars Eriksson': [
    '/handlaggning',
    '/handlaggning?visa=mina',
    '/handlaggning/gallring',
    '/handlaggning/godkannanden',
    '/handlaggning/fullmakter',
    '/handlaggning/fullmakter/ny',
    '/handlaggning/utbetalningar',
    '/lon',
    '/drift',
  ],
  'Lena Sundblom': [
    '/lon',
    '/lon/undantag',
    '/lon/regler',
    '/lon/sottunga/parallell',
    '/lon/sottunga/extra',
    '/lon/sottunga/konton',
    '/lon/sottunga/uppgifter',
    '/lon/sottunga/filer',
    '/lon/sottunga/revision',
    '/lon/finns-inte/revision',
  ],
  'Bengt Fagerlund': ['/lon', '/lon/sottunga/tid', '/mina-sidor/lon', '/mina-sidor/lon/sottunga/arbete'],
  'Maja Öhman': [
    '/administration',
    '/administration/sottunga',
    '/administration/sottunga/roller',
    '/administration/sottunga/tjanster',
    '/administration/sottunga/tjanster/barnomsorgsplats',
    '/administration/sottunga/filer',
    '/administration/sottunga/leveranser',
    '/administration/sottunga/attest',
    '/administration/sottunga/nycklar',
    '/administration/sottunga/kallor',
    '/administration/sottunga/kallor/zgw?slag=status&kod=In+behandeling',
    '/administration/sottunga/prenumeranter',
  ],
  'Olle Nordlund': [
    '/drift',
    '/drift/kommuner',
    '/drift/kommuner?sok=Geta',
    '/drift/kommuner?sok=finns-inte',
    '/drift/overgangar',
    '/drift/tjanster',
    '/drift/register',
    '/drift/kallor',
    '/drift/handelser',
    '/drift/leveranser',
    '/drift/utskick',
    '/administration/allmanningen/roller',
  ],
} as const;

/** Goes there, one after another, in the language of the words. */
export async function tour(hands: Hands, who: keyof typeof tours, words: Words): Promise<void> {
  const [first, ...more] = tours[who];
  if (words.language !== 'sv') await hands.open(`/sprak/${words.language}?till=/`); // they read Swedish by habit
  await hands.open(first);
  if (who !== 'nobody') await signIn(hands, words, who);
  for (const path of more) await hands.open(path);
}
