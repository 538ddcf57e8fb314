import { expect, test } from 'vitest';
import { signIn } from './child-care.ts';
import type { Hands } from './hands.ts';
import { stage } from './stage.ts';
import { wordsOf } from './words.ts';

// In whose name one acts, at a browser: every page that is come to is looked at.

const house = stage();
const mandates = '/mina-sidor/fullmakter';

/** Signed in, and reading English from there on. */
async function at(person: string): Promise<Hands> {
  const hands = await house.hands();
  await hands.open('/mina-sidor');
  await signIn(hands, wordsOf('sv'), person);
  await hands.open(`/sprak/en?till=${mandates}`);
  return hands;
}

async function banner(hands: Hands): Promise<string> {
  return hands.tab.locator('.al-acting').innerText();
}

test('a parent acts for a child and a signatory for a company, in English, and each page says so', async () => {
  const [anna, erik] = [await at('Anna Sjöblom'), await at('Erik Lindqvist')];
  await anna.open('/mina-sidor/valj');
  await anna.press(/Elsa/);
  expect(await banner(anna)).toContain('Elsa');
  await anna.open('/mina-sidor/arenden');
  expect(await banner(anna)).toContain('Elsa');
  await erik.open('/mina-sidor/valj');
  await erik.press(/Lindqvist Provsnickeri AB/);
  expect(await banner(erik)).toContain('Lindqvist Provsnickeri AB');
  await erik.open(mandates);
  expect(await banner(erik)).toContain('Lindqvist Provsnickeri AB');
  for (const one of [anna, erik]) await one.leave();
});
