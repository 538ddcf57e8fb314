import { expect, test } from 'vitest';
import { typeNames } from './type-names.ts';

const addresses = Array.from({ length: 20 }, (_, n) => `types/${n}`);

/** A catalogue that counts, and is away when told so. */
function catalogue() {
  const asked: string[] = [];
  const state = { away: false };
  const names = typeNames(async (address) => {
    asked.push(address);
    if (state.away) throw new Error('away');
    return `Name of ${address}`;
  });
  return { asked, state, namesOf: (wanted: readonly string[]) => names(wanted, 'token') };
}

test('a page looks up eight new names at most, and the next page the next ones; none is asked about twice', async () => {
  const { asked, namesOf } = catalogue();
  expect((await namesOf([...addresses, ...addresses])).size).toBe(8);
  expect((await namesOf(addresses)).size).toBe(16);
  expect((await namesOf(addresses)).get('types/19')).toBe('Name of types/19');
  expect(asked).toEqual(addresses);
});

test('two who read at once ask once', async () => {
  const { asked, namesOf } = catalogue();
  const [one, other] = await Promise.all([namesOf(['types/1']), namesOf(['types/1'])]);
  expect([one.get('types/1'), other.get('types/1')]).toEqual(['Name of types/1', 'Name of types/1']);
  expect(asked).toHaveLength(1);
});

test('a catalogue that is away gives no names, throws nothing, and is not asked by every page', async () => {
  const { asked, state, namesOf } = catalogue();
  state.away = true;
  expect((await namesOf(['types/1'])).size).toBe(0);
  expect((await namesOf(['types/1'])).size).toBe(0);
  expect(asked).toHaveLength(1);
});
