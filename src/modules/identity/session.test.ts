import { expect, test } from 'vitest';
import { deviceOf, isSeenLongAgo, safePath } from './session.ts';

test.each([
  ['/mina-sidor/arenden?sida=2', '/mina-sidor/arenden?sida=2'],
  ['/inbjudan/abc', '/inbjudan/abc'],
  [undefined, '/mina-sidor'],
  ['https://evil.example', '/mina-sidor'],
  ['//evil.example', '/mina-sidor'],
  ['/\\evil.example', '/mina-sidor'],
  ['/a\\b', '/mina-sidor'],
  ['/ok\r\nSet-Cookie: x', '/mina-sidor'],
  ['javascript:alert(1)', '/mina-sidor'],
  ['/logga-in?till=/logga-in', '/mina-sidor'],
])('after sign-in %s leads to %s', (wanted, path) => {
  expect(safePath(wanted)).toBe(path);
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) AppleWebKit/605 Version/19.0 Mobile Safari/604.1', 'Safari, iPhone'],
  ['curl/8', ''],
  [undefined, ''],
])('a browser that calls itself %s is shown as "%s"', (agent, device) => {
  expect(deviceOf(agent)).toBe(device);
});

test('that a session is in use is written at most once a minute', () => {
  const seen = Temporal.Instant.from('2026-06-01T12:00:00Z');
  expect(isSeenLongAgo(seen, seen.add({ seconds: 59 }))).toBe(false);
  expect(isSeenLongAgo(seen, seen.add({ seconds: 60 }))).toBe(true);
});
