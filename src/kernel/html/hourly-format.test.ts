import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hourlyFormat, machineReadable } from './hourly-format.ts';
import { dayText, momentText } from './moment.tsx';

const at = Temporal.Instant.from('2026-03-27T12:05:00Z');

test.each([
  ['sv', '27 mars 2026 kl. 14:05'],
  ['fi', '27. maaliskuuta 2026 klo 14.05'],
  ['en', '27 March 2026 at 14:05'],
] as const)('a moment on Åland in %s is %s', (language, text) => {
  expect(momentText(at, 'Europe/Mariehamn', language)).toBe(text);
});

test('a day is the day that it is, whatever the zone of the machine', () => {
  expect(dayText(Temporal.PlainDate.from('2024-02-29'), 'sv')).toBe('29 februari 2024');
});

const milliseconds = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2100, 0) });

test('asking Intl once an hour gives what asking it every time would', () => {
  const forms = {
    moment: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  } as const;
  fc.assert(
    fc.property(milliseconds, fc.constantFrom('Europe/Stockholm', 'Europe/Mariehamn'), (time, zone) => {
      const intl = new Intl.DateTimeFormat('sv-SE', { ...forms.moment, timeZone: zone });
      return hourlyFormat('sv', zone, 'moment')(time) === intl.format(time);
    }),
  );
});

test('what machines read is the same minute', () => {
  fc.assert(
    fc.property(milliseconds, (time) => Date.parse(machineReadable(time)) === Math.floor(time / 60_000) * 60_000),
  );
});
