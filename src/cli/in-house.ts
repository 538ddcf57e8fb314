import { type Foundations, layFoundations } from '../foundations.ts';
import { type Config, readConfig } from '../kernel/config/config.ts';
import type { Scope } from '../kernel/scope.ts';
import { makeWiring, type Wiring } from '../wiring.ts';
import { tell } from './command.ts';

/** The house without its pages, for one command; jobs run in it. */
export type House = {
  readonly foundations: Foundations;
  readonly wiring: Wiring;
  /** The command acts as the machine's operator, who is nobody's own person. */
  readonly scope: Scope;
};

/** Opens the house for one command, beside a server that may run on the same database, and closes it again. */
export async function inHouse<T>(
  command: string,
  use: (house: House) => Promise<T>,
  config: Config = readConfig(process.env),
): Promise<T> {
  const foundations = await layFoundations(config, undefined, { tell });
  try {
    const wiring = await makeWiring(foundations);
    const jobs = await wiring.startJobs();
    try {
      const scope = wiring.makeScope({
        actor: { kind: 'system', name: `allmanning ${command}` },
        room: 'worker',
        fence: { authorities: [], parties: [] },
      });
      return await use({ foundations, wiring, scope });
    } finally {
      await jobs.stop();
    }
  } finally {
    await foundations.stop();
  }
}
