import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('package.json was not found above the program');
  return nearestPackage(above);
}

/** Where the project lies, whether this runs from `src/` or compiled from `dist/src/`. */
export const projectRoot = nearestPackage(import.meta.dirname);

/** The version in package.json. */
export const packageVersion: string = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version;
