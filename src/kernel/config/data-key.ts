import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDataKey } from '../secrets.ts';

/** Where a key lies that was made here; a restore puts the backup's key in the same place. */
export function keyFile(dataFolder: string): string {
  return join(dataFolder, 'data-key');
}

/** The given key, or the one that lies in the data folder, made the first time. */
export function dataKey(config: { readonly dataKey: string | null; readonly dataFolder: string }): string {
  if (config.dataKey !== null) return config.dataKey;
  const file = keyFile(config.dataFolder);
  if (!existsSync(file)) {
    mkdirSync(config.dataFolder, { recursive: true });
    writeFileSync(file, `${generateDataKey()}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}
