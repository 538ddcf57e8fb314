import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../kernel/project-root.ts';
import { type Command, positions, result, tell, UsageProblem } from './command.ts';

/** What each file of `bench/` exports as `bench`; the house knows no more of it. */
type Bench = {
  readonly says: string;
  run(tell: (line: string) => void): Promise<Readonly<Record<string, string | number | null>>>;
};

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
    const chosen: { bench: Bench } = await import(pathToFileURL(join(folder, `${name}${running}`)).href);
    tell(`${name}: ${chosen.bench.says}`);
    const measured = await chosen.bench.run(tell);
    if (args.includes('--json')) result(JSON.stringify(measured));
    else for (const [figure, value] of Object.entries(measured)) result(`${figure.padEnd(10)} ${value ?? '–'}`);
  },
};
