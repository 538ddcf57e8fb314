import { expect, test } from 'vitest';
import { Form } from './form.tsx';
import { Page } from './page.tsx';
import { usePage } from './page-context.ts';
import { DefectPage, RefusalPage } from './refusal-page.tsx';
import { renderPage, renderPart } from './render-page.ts';
import { testContext } from './test-context.ts';

test('a page is a whole document in the reader’s language, titled with heading and place', () => {
  const html = renderPage(<Page title="Meddelanden" />, testContext({ language: 'fi' }));
  expect(html).toMatch(/^<!doctype html><html lang="fi"/);
  expect(html).toContain('<title>Meddelanden – Sottunga</title>');
  expect(html).toContain('Siirry sisältöön');
});

test('a page of no authority is of Allmänning', () => {
  expect(renderPage(<Page title="Start" />, testContext({ authority: null }))).toContain(
    '<title>Start – Allmänning</title>',
  );
});

test('a page that was refused says so first in its title', () => {
  expect(renderPage(<Page title="Om barnet" hasErrors />, testContext())).toContain(
    '<title>Fel: Om barnet – Sottunga</title>',
  );
});

test('the language switch leads back to the same page, its query kept', () => {
  const html = renderPage(<Page title="x" />, testContext());
  expect(html).toContain('href="/sprak/fi?till=%2Fmina-sidor%2Fmeddelanden%3Fsida%3D2"');
});

test('only the entry that the page lies under is marked as current', () => {
  const html = renderPage(<Page title="x" />, testContext());
  expect(html).toContain('<a href="/mina-sidor/meddelanden" aria-current="true">');
  expect(html).toContain('<a href="/mina-sidor">');
});

test('who is not signed in is offered to sign in and come back', () => {
  const html = renderPage(<Page title="x" />, testContext({ reader: null, path: '/sottunga' }));
  expect(html).toContain('href="/logga-in?till=%2Fsottunga"');
  expect(html).not.toContain('/logga-ut');
});

test('no page holds inline code or inline style', () => {
  const html = renderPage(<DefectPage requestId="r" status={500} />, testContext());
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/);
});

test('a form that posts carries the token, one that asks does not', () => {
  expect(renderPart(<Form action="/x" />, testContext())).toContain(
    '<input type="hidden" name="_csrf" value="a-token"/>',
  );
  expect(renderPart(<Form action="/x" method="get" />, testContext())).not.toContain('_csrf');
});

test('a refusal says what, why, what now, and its number', () => {
  const told = { what: 'Ärendet är avslutat', why: 'Det vann laga kraft.', next: 'Skicka en ny ansökan.' };
  const html = renderPage(<RefusalPage {...told} requestId="nr-1" status={409} />, testContext());
  for (const part of [told.what, told.why, told.next, 'nr-1', '409']) expect(html).toContain(part);
});

test('a component that asks for the page outside one is told so, also after a page that failed', () => {
  function Fails(): never {
    throw new Error('on purpose');
  }
  expect(() => renderPart(<Fails />, testContext())).toThrow('on purpose');
  expect(() => usePage()).toThrow('outside renderPage');
});
