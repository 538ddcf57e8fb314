import { expect, test } from 'vitest';
import { writeCancelling } from './cancelling.ts';
import { checkIncomesRegister } from './incomes-register-structure.ts';
import type { EarlierEntry, ReportInput } from './report.ts';
import { readTerms } from './terms.ts';

const { terms } = readTerms({ number: '0205071-4', creator: '0205072-2', sender: '0205073-0' });
const reported: EarlierEntry = { employee: 'anna', entry: 'a'.repeat(32), version: 2, digest: 'd', removed: false };

function written(over: Partial<ReportInput> = {}) {
  const input: ReportInput = {
    ...{ report: '018f0000-0000-7000-8000-00000000bbbb', employer: { authority: 2480766, name: 'Sottunga' }, terms },
    ...{ paid: [], earlier: new Map([['anna', reported]]), about: 'run r', cancels: 'anna', period: '2026-03-01' },
    ...{ absent: [], earlierAbsence: new Map(), numberOf: () => null, specificationOf: () => 1, production: false },
    at: Temporal.Instant.from('2026-04-01T10:00:00Z'),
    ...over,
  };
  return writeCancelling(input);
}

test('a report is cancelled under the id and version that were handed over, and names nobody', () => {
  const { content, entries, problems } = written();
  const text = content?.toString() ?? '';
  expect(problems).toEqual([]);
  expect(text).toContain('<DeliveryDataType>105</DeliveryDataType>');
  expect(text.replaceAll(/>\s+</g, '><')).toContain(
    `<Item><ItemId>${reported.entry}</ItemId><ItemVersion>2</ItemVersion></Item>`,
  );
  expect(text).not.toContain('anna');
  expect(entries).toMatchObject([
    { employee: 'anna', about: 'run r', entry: reported.entry, version: 2, removed: true },
  ]);
});

test('its structure is checked by another parser, and a fault in it is found', () => {
  const good = written().content?.toString() ?? '';
  expect(checkIncomesRegister(Buffer.from(good))).toEqual([]);
  const broken = (from: string, to: string) => checkIncomesRegister(Buffer.from(good.replaceAll(from, to)));
  expect(broken('2017/1/Inv', '2018/1/Inv')).toContain('/: the root');
  expect(broken('<ItemVersion>2', '<ItemVersion>två')).toContain('/DeliveryData/Items/Item/ItemVersion: is no int');
  expect(broken('Item>', 'Sak>')).toContain('/DeliveryData/Items/Item: missing');
  expect(broken('<DeliveryDataType>105</DeliveryDataType>', '')).toContain('/DeliveryData/DeliveryDataType: missing');
});

test.each([
  ['nobody was reported', { earlier: new Map() }, 'nothing'],
  ['it is cancelled already', { earlier: new Map([['anna', { ...reported, removed: true }]]) }, 'nothing'],
  ['the employer has said nothing', { terms: readTerms({}).terms }, 'terms-missing'],
  ['its namespace has not been read in the schema: production', { production: true }, 'unverified'],
] as const)('nothing is made when %s', (_what, over, kind) => {
  const { content, entries, problems } = written(over);
  expect([content, entries]).toEqual([null, []]);
  expect(problems.map((one) => one.kind)).toContain(kind);
});
