import { expect, test } from 'vitest';
import { begin, signIn } from './child-care.ts';
import type { Hands, Look } from './hands.ts';
import { stage } from './stage.ts';
import { wholeJourney } from './whole-journey.ts';
import { wordsOf } from './words.ts';

const house = stage();
const swedish = wordsOf('sv');
const anna = { name: 'Anna Sjöblom', address: 'anna.sjoblom@example.org' };
const aino = { name: 'Aino Korhonen', address: 'aino.korhonen@example.org' };

test.each<[string, 'sv' | 'fi', typeof anna, Look]>([
  ['with a mouse', 'sv', anna, {}],
  ['with a keyboard alone', 'sv', anna, { keyboard: true }],
  ['without scripts', 'sv', anna, { scripts: false }],
  ['in Finnish, 320 px wide', 'fi', aino, { width: 320, locale: 'fi-FI' }],
])(
  'an application is made, decided, read and closed %s',
  { timeout: 900_000 }, // a hundred pages, on a machine that may be busy
  async (_how, language, person, look) => {
    const [hands, official] = await Promise.all([house.hands(look), house.hands(look)]);
    const applicant = { ...person, hands };
    await wholeJourney({ applicant, official, words: wordsOf(language), papers: house.papers });
  },
);

test('what is somebody else’s looks the same as what is not there', async () => {
  // Anna has cases and messages from the journeys.
  const hands = await house.hands();
  await begin(hands, swedish, anna.name);
  const draft = new URL(hands.tab.url()).pathname;
  await hands.open('/mina-sidor/arenden');
  const own =
    (await hands.tab.locator('main a[href*="/mina-sidor/arenden/sottunga/"]').first().getAttribute('href')) ?? '';
  await hands.open('/mina-sidor/meddelanden');
  const message =
    (await hands.tab.locator('main a[href*="/mina-sidor/meddelanden/"]').first().getAttribute('href')) ?? '';

  const erik = await house.hands();
  await erik.open('/mina-sidor');
  await signIn(erik, swedish, 'Erik Lindqvist');
  for (const path of [draft, own, `${own}/kvitto`, `${own}/kvitto.pdf`, message]) {
    const missing = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '018f0000-0000-7000-8000-000000000000');
    const [theirs, nobodys] = await Promise.all([path, missing].map((one) => told(erik, one)));
    expect(theirs).toEqual(nobodys);
    expect(theirs?.status).toBe(404);
  }
  await erik.open(own);
  await hands.leave();
  await erik.leave();
});

async function told({ tab }: Hands, path: string): Promise<{ status: number; page: string }> {
  const answer = await tab.request.get(path);
  const page = (await answer.text())
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .replace(/name="_csrf" value="[^"]*"/g, '');
  return { status: answer.status(), page };
}
