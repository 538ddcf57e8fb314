import { layFoundations } from '../foundations.ts';
import { readConfig } from '../kernel/config/config.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { loadWorldOnce } from '../load-world.ts';
import { makeWiring } from '../wiring.ts';
import { type Command, positions, result, tell } from './command.ts';

export const demo: Command = {
  usage: 'demo',
  summary: 'load the demo world: made-up persons, officials and cases',
  help: 'Once; a start outside production does the same. Production refuses it.',
  async run(args) {
    positions(args, 0);
    const config = readConfig(process.env);
    if (config.production) throw new StartProblem('Production refuses demo data.');
    const foundations = await layFoundations(config, undefined, { tell });
    try {
      const wiring = await makeWiring(foundations);
      const jobs = await wiring.startJobs();
      try {
        const loaded = await loadWorldOnce('demo', foundations, wiring, tell);
        result(loaded ? 'The demo world is loaded.' : 'The demo world was loaded already.');
      } finally {
        await jobs.stop();
      }
    } finally {
      await foundations.stop();
    }
  },
};
