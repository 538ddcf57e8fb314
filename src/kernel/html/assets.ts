import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';

/** The folder that Vite builds: everything in it may be served to anybody. */
export const assetsFolder = join(projectRoot, 'dist/client');

/** Where the folder is served. Each address carries its content's hash, so it may be cached as immutable. */
export const assetsPrefix = '/tillgangar/';

const hrefs = new Map<string, string>();

/**
 * The address of a built file (`app.css`, `main.js`, `favicon.svg`), with its content's hash.
 * A file that is not built yet gets no hash: pages can be rendered before the first build.
 */
export function assetHref(name: string): string {
  const known = hrefs.get(name);
  if (known) return known;
  const href = `${assetsPrefix}${name}${version(name)}`;
  hrefs.set(name, href);
  return href;
}

function version(name: string): string {
  try {
    const content = readFileSync(join(assetsFolder, name));
    return `?v=${createHash('sha256').update(content).digest('base64url').slice(0, 12)}`;
  } catch {
    return '';
  }
}
