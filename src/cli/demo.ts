import { readConfig } from '../kernel/config/config.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { type Command, positions, result, tell } from './command.ts';

export const demo: Command = {
  usage: 'demo',
  summary: 'load the demo world: made-up persons, officials and municipalities',
  help: 'Once; a start outside production does the same. Production refuses it.',
  async run(args) {
    positions(args, 0);
    const config = readConfig(process.env);
    if (config.production) throw new StartProblem('Production refuses demo data.');
    const [{ inHouse }, { loadWorldOnce }] = await Promise.all([import('./in-house.ts'), import('../load-world.ts')]);
    const loaded = await inHouse(
      'demo',
      ({ foundations, wiring }) => loadWorldOnce('demo', foundations, wiring, tell),
      config,
    );
    result(loaded ? 'The demo world is loaded.' : 'The demo world was loaded already.');
  },
};
