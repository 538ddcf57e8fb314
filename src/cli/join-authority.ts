import { StartProblem } from '../kernel/start-problem.ts';
import { type Command, result, UsageProblem } from './command.ts';

const READY_WITHIN_S = 60;

export const joinAuthority: Command = {
  usage: 'authority join CODE…',
  summary: 'take a municipality live, and invite its administrator',
  help: `CODE is the municipality's code in its own country: 766 is Sottunga, 2281 Sundsvall. Waits until its catalogue of
services is adopted, and prints its address and a link, which works once, for the one who will administer it. Once is
enough; again changes nothing.`,
  async run(codes) {
    if (codes.length === 0 || codes.some((code) => code.startsWith('-'))) throw new UsageProblem();
    const { inHouse } = await import('./in-house.ts');
    const { authorityById, joinAuthorities, untilReady } = await import('../modules/directory/index.ts');
    const { invite } = await import('../modules/identity/index.ts');
    await inHouse('authority join', async ({ foundations, wiring, scope }) => {
      const { baseUrl } = foundations.config;
      const joined = await joinAuthorities(scope, codes);
      wiring.settle();
      const ids = joined.map(({ authority }) => authority);
      const waiting = await untilReady(scope, ids, READY_WITHIN_S);
      if (waiting > 0) throw new StartProblem(`${waiting} still adopt their services; it goes on by itself.`);
      for (const { authority, name, already } of joined) {
        const { slug } = await authorityById(scope, authority);
        result(`${name} ${already ? 'was live already' : 'is live'}: ${baseUrl}/${slug}`);
        if (already) continue;
        const terms = { role: 'administrator', unit: null, tasks: [], rights: [] } as const;
        const { path } = await invite(scope, foundations.secrets, authority, terms, '');
        result(`  its administrator comes in once by ${baseUrl}${path}`);
      }
    });
  },
};
