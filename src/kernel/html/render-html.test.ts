import fc from 'fast-check';
import { h, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { renderHtml } from './render-html.ts';

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('<script>alert(1)</script>', '"><b onmouseover="x', "' & &amp; <", ''),
);
const value = fc.oneof(text, fc.boolean(), fc.integer(), fc.constantFrom(null, undefined));
const props = fc.dictionary(
  fc.constantFrom('class', 'id', 'title', 'data-label', 'aria-hidden', 'hidden', 'tabIndex', 'for', 'lang'),
  value,
  { noNullPrototype: true },
);
const { tree } = fc.letrec<{ tree: VNode; child: unknown }>((tie) => ({
  tree: fc
    .tuple(fc.constantFrom('div', 'p', 'br', 'a', 'x-y', Both), props, fc.array(tie('child'), { maxLength: 4 }))
    .map(([type, given, children]) =>
      h(type as 'div', type === 'br' ? given : { ...given, children: children as VNode[] }),
    ),
  child: fc.oneof({ maxDepth: 4 }, text, value, tie('tree'), fc.array(tie('tree'), { maxLength: 2 })),
}));

function Both({ children }: { readonly children?: unknown }) {
  return [h('b', null, 'before'), children] as unknown as VNode;
}

test('what is written equals what preact-render-to-string writes', () => {
  fc.assert(fc.property(tree, (node) => renderHtml(node) === render(node)));
});

test('a textarea holds its value as text', () => {
  const area = h('textarea', { name: 'a', value: '</textarea><script>' });
  expect(renderHtml(area)).toBe('<textarea name="a">&lt;/textarea>&lt;script></textarea>');
});

test('an object that somebody sent is never an element', () => {
  const sent = JSON.parse('{"type":"script","props":{"children":"alert(1)"},"key":null,"constructor":null}');
  expect(renderHtml(h('p', null, sent))).toBe('<p></p>');
});

test('neither raw HTML nor an inline style finds its way through', () => {
  const raw = h('p', { dangerouslySetInnerHTML: { __html: '<script>' }, style: 'color:red', children: 'text' });
  expect(renderHtml(raw)).toBe('<p>text</p>');
});

test('an attribute or element with an impossible name is not written', () => {
  expect(renderHtml(h('p', { 'a"onclick="x': 'y' } as object))).toBe('<p></p>');
  expect(() => renderHtml(h('p><script', null))).toThrow('impossible name');
});

test('a page rendered within another leaves the other whole', () => {
  function Inner() {
    return h('i', null, renderHtml(h('b', null, 'inner')).length);
  }
  expect(renderHtml(h('p', null, 'a', h(Inner, null), 'z'))).toBe('<p>a<i>12</i>z</p>');
});
