import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../kernel/project-root.ts';
import { type Command, positions, UsageProblem } from './command.ts';

/** What each file of `bench/` that can be named exports. */
type Bench = { run(options: { readonly json: boolean }): Promise<void> };

const running = extname(import.meta.filename); // .ts from src/, .js from dist/src/
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
    const [name = ''] = positions(
      args.filter((arg) => arg !== '--json'),
      1,
    );
    if (!names.includes(name)) throw new UsageProblem();
    const chosen: Bench = await import(pathToFileURL(join(folder, `${name}${running}`)).href);
    await chosen.run({ json: args.includes('--json') });
  },
};
