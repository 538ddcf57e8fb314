import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page as Tab } from 'playwright-core';
import { inject } from 'vitest';

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page, a line for each place: WCAG 2.2 A and AA and best practice, or the rules that are named. */
export async function axeFindings(tab: Tab, ...rules: string[]): Promise<string[]> {
  await tab.waitForLoadState(); // a click is done when the next page has begun to come
  const options: RunOptions = {
    runOnly: rules.length > 0 ? { type: 'rule', values: rules } : { type: 'tag', values: everyRule },
    resultTypes: ['violations'],
    preload: { assets: ['media'] }, // no rule of these reads style sheets, which it would parse anew on every page
  };
  // In one message: the program is read anew in every page (100 ms), and a question more costs as much on a busy machine.
  const { violations } = await tab.evaluate<Pick<AxeResults, 'violations'>>(
    `${program}; axe.run(${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** As `axeFindings`, where it has not been asked about such a page before. */
export async function axeFindingsOnce(tab: Tab): Promise<string[]> {
  await tab.waitForLoadState();
  return isNewToAxe(tab, await tab.content()) ? axeFindings(tab) : [];
}

/** Whether no file of this run of the tests has asked about a page that is built alike, in the same language and width. */
export function isNewToAxe(tab: Tab, page: string): boolean {
  const bones = `${tab.viewportSize()?.width} ${skeleton(page)}`;
  const mark = join(inject('askedOfAxe'), createHash('sha256').update(bones).digest('hex'));
  try {
    writeFileSync(mark, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * What axe looks at: elements, their classes, states and ties. Ids and figures are left out, texts are only there or not,
 * and rows that are alike are one: `/arenden/sottunga/9a80…/kvitto` and the next one are the same page.
 */
function skeleton(page: string): string {
  return page
    .replace(/[\w-]{20,}/g, '')
    .replace(/\d+/g, '0')
    .replace(/>[^<]*\S[^<]*</g, '>…<')
    .replace(/ (href|action|value|title|content|datetime)="[^"]+"/g, ' $1')
    .replace(/(<(tr|li)\b(?:(?!<\2\b).)*?<\/\2>)(?:\s*\1)+/gs, '$1');
}
