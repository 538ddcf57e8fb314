import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'allmanning-ready-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A machine that has these programs and nothing else, and a project of these scripts; one that is not named passes. */
function run(script: string, programs: Readonly<Record<string, string>>, scripts: readonly string[]) {
  const project = mkdtempSync(join(folder, 'project-'));
  mkdirSync(join(project, 'scripts'));
  mkdirSync(join(project, 'bin'));
  for (const name of ['ready.sh', 'ready-to-test.sh', 'test.sh']) {
    if (scripts.includes(name)) copyFileSync(join(import.meta.dirname, name), join(project, 'scripts', name));
    else writeFileSync(join(project, 'scripts', name), '');
  }
  const all = { sh: 'exec /bin/sh "$@"', ...programs };
  for (const [name, does] of Object.entries(all)) {
    writeFileSync(join(project, 'bin', name), `#!/bin/sh\n${does}\n`, { mode: 0o755 });
  }
  const env = { PATH: join(project, 'bin') };
  const { status, stdout, stderr } = spawnSync('/bin/sh', [`scripts/${script}`], {
    cwd: project,
    env,
    encoding: 'utf8',
  });
  return { status, out: stdout.trim(), err: stderr.trim() };
}

test('a machine without Node is told what it needs', () => {
  const { status, err } = run('ready.sh', {}, ['ready.sh']);
  expect([status, err]).toEqual([
    1,
    expect.stringMatching(/^Node\.js 20 or newer is needed to install .+ not found\.$/),
  ]);
});

test('a machine with an older Node is told what it needs, and what it has', () => {
  const node = 'case "$1" in -e) exit 1 ;; *) echo v18.20.4 ;; esac';
  const { status, err } = run('ready.sh', { npm: '', node }, ['ready.sh']);
  expect([status, err]).toEqual([1, 'Node.js 20 or newer is needed to install: this is v18.20.4.']);
});

test('who may not install Chromium is told how, and the tests end with their line all the same', () => {
  const { status, out, err } = run('test.sh', { id: 'echo 1000' }, ['test.sh', 'ready-to-test.sh']);
  expect([status, out]).toEqual([1, '0 passed, 1 failed']);
  expect(err).toMatch(/^The browser tests need Chromium: install it .+, or name it in CHROMIUM\.$/);
});

test('root has Chromium installed where none is found', () => {
  const { status, err } = run('ready-to-test.sh', { id: 'echo 0', 'apt-get': 'echo "$1"' }, ['ready-to-test.sh']);
  expect([status, err.split('\n')]).toEqual([0, ['Installing Chromium (once) …', 'update', 'install']]);
});
