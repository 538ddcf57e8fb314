// npm test: every check and every test; a check counts as one. The last line is "N passed, N failed".
import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { postgres15IsInstalled, withPostgres15 } from './postgres-15.ts';

type Count = { passed: number; failed: number };

const env = {
  ...process.env,
  PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}`,
  NODE_ENV: 'test',
  NODE_COMPILE_CACHE: `${process.cwd()}/node_modules/.cache/node`, // as npm start has it: tests start many processes
};
const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
const count: Count = { passed: 0, failed: 0 };

async function exitCode(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(command, args, { env, stdio: 'inherit', ...options });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

async function check(what: string, passes: () => Promise<boolean>): Promise<void> {
  const from = performance.now();
  const passed = await passes().catch((error) => {
    console.error(error);
    return false;
  });
  count[passed ? 'passed' : 'failed']++;
  console.log(`${passed ? '✓' : '✗'} ${what} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
}

/** dependency-cruiser that understands no file at all reports no violation: the number of modules is looked at too. */
async function boundariesHold(): Promise<boolean> {
  const args = ['src', 'simulators', '--config', '.dependency-cruiser.mjs'];
  const child = spawn('depcruise', [...args, '--output-type', 'json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let json = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    json += text;
  });
  await once(child, 'close');
  const { summary } = JSON.parse(json) as { summary: { totalCruised: number; error: number } };
  if (summary.totalCruised === 0) console.error('dependency-cruiser saw no module');
  if (summary.error > 0) await exitCode('depcruise', [...args, '--output-type', 'err']);
  return summary.totalCruised > 0 && summary.error === 0;
}

/** The reporter's own closing line is kept back and added to the checks. */
async function tests(args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<void> {
  const options = { env: { ...env, ...colour, ...more } };
  const child = spawn('vitest', ['run', ...args], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const counted: Count = { passed: 0, failed: 0 };
  let closed = false;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const closing = /^(\d+) passed, (\d+) failed$/.exec(line);
    if (!closing) return console.log(line);
    closed = true;
    counted.passed = Number(closing[1]);
    counted.failed = Number(closing[2]);
  });
  const [[code]] = await Promise.all([once(child, 'close'), once(lines, 'close')]);
  if (!closed || (code !== 0 && counted.failed === 0)) counted.failed++;
  count.passed += counted.passed;
  count.failed += counted.failed;
}

// On two cores: the types take as long as all the others.
await Promise.all([
  (async () => {
    await check('types', async () => (await exitCode('tsc', [])) === 0);
    await check('types of the browser scripts', async () => (await exitCode('tsc', ['-p', 'src/client'])) === 0);
  })(),
  (async () => {
    await check('format and lint', async () => (await exitCode('biome', ['ci', '--error-on-warnings'])) === 0);
    await check('boundaries', boundariesHold);
    await check('unused code', async () => (await exitCode('knip', [])) === 0);
  })(),
]);
await tests([]);
if (postgres15IsInstalled) {
  console.log('The fence, the plans and the migrations again, on PostgreSQL 15:');
  const files = ['src/kernel/database', 'test/wrong-scope', 'test/plans', 'test/filled-migration'];
  await withPostgres15((url) => tests(['--project', 'database', ...files], { ALLMANNING_TEST_DATABASE_URL: url }));
}
if (process.argv.includes('--with-start')) {
  await check('starts from a fresh clone', async () => (await exitCode('node', ['scripts/start-from-clone.ts'])) === 0);
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
