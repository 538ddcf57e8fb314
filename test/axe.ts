import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page as Tab } from 'playwright-core';

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page, a line for each place: WCAG 2.2 A and AA and best practice, or the rules that are named. */
export async function axeFindings(tab: Tab, ...rules: string[]): Promise<string[]> {
  const options: RunOptions = {
    runOnly: rules.length > 0 ? { type: 'rule', values: rules } : { type: 'tag', values: everyRule },
    resultTypes: ['violations'],
  };
  // In one message: the program is read anew in every page (100 ms), and a question more costs as much on a busy machine.
  const { violations } = await tab.evaluate<Pick<AxeResults, 'violations'>>(
    `${program}; axe.run(${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
