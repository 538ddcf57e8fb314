import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bench } from '../../bench/harness/measure.ts';
import { projectRoot } from '../kernel/project-root.ts';
import { type Command, positions, result, tell, UsageProblem } from './command.ts';

const programs = extname(import.meta.filename); // .ts from src/, .js from dist/src/
const folder = join(import.meta.dirname, '../../bench');
const names = readdirSync(join(projectRoot, 'bench'))
  .filter((name) => /^[a-z]+\.ts$/.test(name))
  .map((name) => name.slice(0, -3));

export const bench: Command = {
  usage: 'bench NAME [--json]',
  summary: 'measure something, beside a reference',
  help: `Sets up its own data, measures and reference in turn, and prints the medians of five; with --json the last line is
one JSON object. NAME is one of: ${names.join(', ')}.`,
  async run(args) {
    const asJson = args.includes('--json');
    const [name = ''] = positions(
      args.filter((arg) => arg !== '--json'),
      1,
    );
    if (!names.includes(name)) throw new UsageProblem();
    const chosen: { readonly bench: Bench } = await import(pathToFileURL(join(folder, `${name}${programs}`)).href);
    tell(chosen.bench.says);
    const found = await chosen.bench.run(tell);
    const reference = found.reference === null ? '' : `, reference ${found.reference}, ratio ${found.ratio}`;
    const p99 = found.p99_ms === null ? '' : `, p99 ${found.p99_ms} ms`;
    result(`${found.bench}: ${found.value} ${found.unit}${reference}${p99}, ${found.rss_mb} MB, ${found.rows} rows`);
    if (asJson) result(JSON.stringify(found));
  },
};
