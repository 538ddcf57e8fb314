import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './kernel/config/config.ts';
import { projectRoot } from './kernel/project-root.ts';
import { noStandIns, startStandIns } from './stand-ins.ts';

test('only the development start and the demo reach outside the house, and only when they are asked', () => {
  const source = globSync('src/**/*.{ts,tsx}', { cwd: projectRoot }).filter((file) => !/\.test\.tsx?$/.test(file));
  const reaching = source.flatMap((file) => {
    const lines = readFileSync(join(projectRoot, file), 'utf8').split('\n');
    return lines.filter((line) => /['"][./]+\/(simulators|worlds)\//.test(line)).map((line) => [file, line.trim()]);
  });
  expect(new Set(reaching.map(([file]) => file))).toEqual(new Set(['src/load-world.ts', 'src/stand-ins.ts']));
  for (const [file, line] of reaching) expect(line, file).toMatch(/= await import\('/); // loaded then and there
});

test('production starts no stand-in, whatever is not given', async () => {
  const config = readConfig({ NODE_ENV: 'test' });
  expect(config).toMatchObject({ oidc: null, smtpUrl: null });
  expect(await startStandIns({ ...config, production: true })).toBe(noStandIns);
});
