import { layFoundations } from '../foundations.ts';
import { readConfig } from '../kernel/config/config.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { joinAuthorities, untilReady } from '../modules/directory/index.ts';
import { makeWiring } from '../wiring.ts';
import { type Command, result, tell, UsageProblem } from './command.ts';

const READY_WITHIN_S = 60;

export const joinAuthority: Command = {
  usage: 'authority join CODE…',
  summary: 'take a municipality live',
  help: `CODE is the municipality's code in its own country: 766 is Sottunga, 2281 Sundsvall. Waits until its catalogue of
services is adopted. Once is enough; again changes nothing.`,
  async run(codes) {
    if (codes.length === 0 || codes.some((code) => code.startsWith('-'))) throw new UsageProblem();
    const foundations = await layFoundations(readConfig(process.env), undefined, { tell });
    try {
      const wiring = await makeWiring(foundations);
      const jobs = await wiring.startJobs();
      try {
        const scope = wiring.makeScope({
          actor: { kind: 'system', name: 'allmanning authority join' },
          room: 'worker',
          fence: { authorities: [], parties: [] },
        });
        const joined = await joinAuthorities(scope, codes);
        jobs.poke();
        const ids = joined.map(({ authority }) => authority);
        const waiting = await untilReady(scope, ids, READY_WITHIN_S);
        if (waiting > 0) throw new StartProblem(`${waiting} still adopt their services; it goes on by itself.`);
        for (const { name, already } of joined) result(`${name} ${already ? 'was live already' : 'is live'}`);
      } finally {
        await jobs.stop();
      }
    } finally {
      await foundations.stop();
    }
  },
};
