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
    const { rowCount } = await owner.query(
      `insert into kernel.world as known (name) values ($1)
       on conflict (name) do update set name = known.name where known.loaded_at is null`,
      [name],
    );
    if (rowCount === 0) return false;
    tell(`Loading the ${name} world (once) …`);
    const { loadDemo } = await import('../worlds/demo/load-demo.ts');
    await loadDemo({ foundations, wiring, owner });
    await owner.query('update kernel.world set loaded_at = now() where name = $1', [name]);
    return true;
  } finally {
    await owner.end();
  }
}
