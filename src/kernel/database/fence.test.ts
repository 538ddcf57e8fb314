import { expect, test } from 'vitest';
import type { AuthorityId, PartyId } from '../ids.ts';
import { openingOf } from './fence.ts';

const party = '0190a5d0-0000-7000-8000-000000000001' as PartyId;

test('the fence is opened with the authorities and parties and nothing else', () => {
  expect(
    openingOf({ authorities: [2480766 as AuthorityId, 7520180 as AuthorityId], parties: [party] }, 'write'),
  ).toEqual([
    'begin read write',
    "set local app.authorities='{2480766,7520180}'",
    `set local app.parties='{${party}}'`,
  ]);
});

test('nobody is an empty list, which lets nothing through', () => {
  expect(openingOf({ authorities: [], parties: [] }, 'read')).toEqual([
    'begin read only',
    "set local app.authorities='{}'",
    "set local app.parties='{}'",
  ]);
});

test.each([["1}'; drop table x; --"], ['1.5'], ['-1'], ['NaN'], ['4294967296']])(
  'an authority %s that is no positive 32-bit integer is refused before anything is sent',
  (value) => {
    const authority = (Number.isNaN(Number(value)) ? value : Number(value)) as AuthorityId;
    expect(() => openingOf({ authorities: [authority], parties: [] }, 'read')).toThrow(TypeError);
  },
);

test.each([["x'; drop table x; --"], [`${party}'`], [party.toUpperCase()], ['']])(
  'a party %s that is no lower-case UUID is refused before anything is sent',
  (value) => {
    expect(() => openingOf({ authorities: [], parties: [value as PartyId] }, 'read')).toThrow(TypeError);
  },
);
