import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../kernel/project-root.ts';
import { DefinitionProblems, type LoadedDefinition, loadDefinition } from './load.ts';

let loaded: readonly LoadedDefinition[] | undefined;

/**
 * The services that come with the program, read and checked once: `services/*.json`, a file for each version
 * (`barnomsorgsplats.json`, `barnomsorgsplats-2.json`), since cases point at the older ones for ever.
 * @throws DefinitionProblems with the name of the file in each path
 */
export function shippedServices(): readonly LoadedDefinition[] {
  if (loaded) return loaded;
  const folder = join(projectRoot, 'services');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'));
  loaded = names.sort().map((name) => loadFile(name, readFileSync(join(folder, name), 'utf8')));
  return loaded;
}

function loadFile(name: string, text: string): LoadedDefinition {
  try {
    return loadDefinition(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof DefinitionProblems)) throw error;
    throw new DefinitionProblems(error.problems.map(({ path, problem }) => ({ path: `${name}${path}`, problem })));
  }
}
