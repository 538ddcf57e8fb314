import type { Foundations } from './foundations.ts';
import { connectAsOwner } from './kernel/database/owner.ts';
import type { Wiring } from './wiring.ts';

export type WorldName = 'demo';

/**
 * Fills an empty house with a made-up world, once: a second time finds it loaded.
 * @returns whether it was loaded now
 */
export async function loadWorldOnce(
  name: WorldName,
  foundations: Foundations,
  wiring: Wiring,
  tell: (line: string) => void,
): Promise<boolean> {
  const owner = await connectAsOwner(foundations.ownerUrl);
  try {
    const { rowCount } = await owner.query('select from kernel.world where name = $1', [name]);
    if (rowCount) return false;
    tell(`Loading the ${name} world (once) …`);
    const { loadDemo } = await import('../worlds/demo/load-demo.ts');
    await loadDemo({ foundations, wiring, owner });
    // Last: a load that was interrupted goes on at the next start, and finds what it made by its ids.
    await owner.query('insert into kernel.world (name, at) values ($1, now())', [name]);
    return true;
  } finally {
    await owner.end();
  }
}
