import { expect, test } from 'vitest';
import { wayBack } from './way-back.ts';

const host = 'allmanning.example';
const page = 'https://allmanning.example/sottunga/tjanster/forslag/ansok/1/text?andrad=ja';

test('a page leads back to its own address', () => {
  expect(wayBack({ method: 'GET', url: '/sottunga?a=1', host, headers: { referer: page } })).toBe('/sottunga?a=1');
});

test('a page that answers a form leads back to where the form stood', () => {
  const answer = { method: 'POST', url: '/sottunga/tjanster/forslag/ansok/1/skicka', host };
  expect(wayBack({ ...answer, headers: { referer: page } })).toBe('/sottunga/tjanster/forslag/ansok/1/text?andrad=ja');
});

test.each([[undefined], ['https://evil.example/x'], ['not an address']])(
  'a form that says it came from %s leads back to the front page',
  (referer) => {
    const headers = referer === undefined ? {} : { referer };
    expect(wayBack({ method: 'POST', url: '/x', host, headers })).toBe('/');
  },
);

test('an identity number in an address goes no further', () => {
  expect(wayBack({ method: 'GET', url: '/?till=19121212-1212', host, headers: {} })).not.toContain('1212-1212');
});
