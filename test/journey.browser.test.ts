import { describe, test } from 'vitest';
import { badInput } from './journey/bad-input.ts';
import type { Look } from './journey/hands.ts';
import { otherRooms } from './journey/rooms.ts';
import { stage } from './journey/stage.ts';
import { wholeJourney } from './journey/whole-journey.ts';
import { wordsOf } from './journey/words.ts';

const house = stage();
const anna = { name: 'Anna Sjöblom', address: 'anna.sjoblom@example.org' };
const aino = { name: 'Aino Korhonen', address: 'aino.korhonen@example.org' };

test.each<[string, 'sv' | 'fi', typeof anna, Look]>([
  ['with a mouse', 'sv', anna, {}],
  ['with a keyboard alone', 'sv', anna, { keyboard: true }],
  ['without scripts', 'sv', anna, { scripts: false }],
  ['in Finnish, 320 px wide', 'fi', aino, { width: 320, locale: 'fi-FI' }],
])(
  'an application is made, decided, read and closed %s',
  { timeout: 120_000 },
  async (_how, language, person, look) => {
    const [hands, official] = await Promise.all([house.hands(look), house.hands(look)]);
    const applicant = { ...person, hands };
    await wholeJourney({ applicant, official, words: wordsOf(language), papers: house.papers });
  },
);

describe('bad input', () => badInput(house));
describe('other rooms', () => otherRooms(house));
