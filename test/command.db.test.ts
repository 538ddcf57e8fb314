import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { projectRoot } from '../src/kernel/project-root.ts';
import { generateDataKey } from '../src/kernel/secrets.ts';
import { runCommand } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'allmanning-command-'));
chmodSync(folder, 0o755);
const file = join(folder, 'one.backup');
const passphrase = { ALLMANNING_PASSPHRASE: 'correct horse battery staple' };
const from = { DATA_FOLDER: join(folder, 'from') };
const to = { DATA_FOLDER: join(folder, 'to') };

vi.setConfig({ testTimeout: 600_000 }); // several processes each
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const commands = [
  'start',
  'migrate',
  'demo',
  'authority join',
  'operator invite',
  'signature verify',
  'signature rotate',
  'backup',
  'restore',
  'key',
  'payroll calculate',
  'payroll codes',
  'payroll tax-table',
  'bench',
];

test('without a command, and with --help, it lists its commands, which docs/operate.md names too', async () => {
  const told = readFileSync(join(projectRoot, 'docs/operate.md'), 'utf8');
  for (const args of [[], ['--help']]) {
    const { code, out } = await runCommand(args, {});
    expect(code).toBe(0);
    expect(out.match(/\n {2}/g)).toHaveLength(commands.length);
    for (const command of commands) {
      expect(out).toContain(`\n  ${command}`);
      expect(told, command).toMatch(new RegExp(`^\\|.*\`${command}\\b`, 'm'));
    }
  }
});

test('each --help says how the command is used', async () => {
  for (const command of commands) {
    const { code, out } = await runCommand([...command.split(' '), '--help'], {});
    expect([code, out]).toEqual([0, expect.stringContaining(`Usage: allmanning ${command}`)]);
  }
});

test('what is not understood ends with exit code 1, and says how it is used', async () => {
  for (const line of ['begin', 'authority', 'backup', 'backup a b', 'bench nothing', 'migrate x']) {
    const { code, out, err } = await runCommand(line.split(' '), from);
    expect([line, code, out, err]).toEqual([line, 1, '', expect.stringContaining('Usage: allmanning')]);
  }
  expect(existsSync(from.DATA_FOLDER)).toBe(false);
});

test('it finds its project and Node through a link, from another folder', () => {
  const link = join(folder, 'allmanning');
  symlinkSync(join(projectRoot, 'bin/allmanning'), link);
  expect(execFileSync(link, ['key'], { cwd: folder, encoding: 'utf8' })).toMatch(/^k\d{8}:[\w+/]{43}=\n$/);
});

test('the first operator comes by a link that a command prints; made-up persons never come into production', async () => {
  const { code, out, err } = await runCommand(['operator', 'invite'], from);
  expect([code, out, err]).toEqual([0, expect.stringMatching(/^http:\/\/127\.0\.0\.1:3000\/inbjudan\/\S{40,}\n$/), '']);
  const refused = await runCommand(['demo'], {
    ...{
      ...from,
      NODE_ENV: 'production',
      BASE_URL: 'https://tjanster.example.se',
      SMTP_URL: 'smtps://mail.example.se',
    },
    ...{
      DATA_KEY: generateDataKey(),
      OIDC_ISSUER: 'https://eid.example.se',
      OIDC_CLIENT_ID: 'a',
      OIDC_CLIENT_SECRET: 'b',
    },
  });
  expect([refused.code, refused.out, refused.err]).toEqual([1, '', 'Production refuses demo data.\n']);
});

test('a municipality goes live by one command, and its administrator gets a link that works once', async () => {
  const first = await runCommand(['authority', 'join', '766'], from);
  expect([first.code, first.err]).toEqual([0, '']);
  expect(first.out).toMatch(/^Sottunga is live: http:\/\/127\.0\.0\.1:3000\/sottunga\n.+\/inbjudan\/\S+\n$/);
  const again = await runCommand(['authority', 'join', '766'], from);
  expect([again.code, again.out]).toEqual([0, 'Sottunga was live already: http://127.0.0.1:3000/sottunga\n']);
  const none = await runCommand(['authority', 'join', '999'], from);
  expect([none.code, none.out]).toEqual([1, '']);
});

test('backup and restore carry everything to an empty place, and show what they do', async () => {
  const written = await runCommand(['backup', file], { ...from, ...passphrase });
  expect([written.code, written.out]).toEqual([0, expect.stringMatching(/one\.backup: \d+ tables, \d+ files/)]);
  expect(written.err).toContain('directory.authority');

  const wrong = await runCommand(['restore', file], { ...to, ALLMANNING_PASSPHRASE: 'not the passphrase' });
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('the passphrase is another')]);
  const read = await runCommand(['restore', file], { ...to, ...passphrase });
  expect([read.code, read.out]).toEqual([0, expect.stringMatching(/^\d+ tables and \d+ files, as they were at /)]);
  expect(readFileSync(join(to.DATA_FOLDER, 'data-key'))).toEqual(readFileSync(join(from.DATA_FOLDER, 'data-key')));

  const again = await runCommand(['authority', 'join', '766'], to);
  expect(again.out).toContain('Sottunga was live already');
  const twice = await runCommand(['restore', file], { ...to, ...passphrase });
  expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('empty place')]);
});

test('a backup asks for its passphrase only where there is somebody to ask', async () => {
  const { code, err } = await runCommand(['backup', join(folder, 'two.backup')], from);
  expect([code, err]).toEqual([1, 'There is no terminal to ask for the passphrase: set ALLMANNING_PASSPHRASE.\n']);
});
