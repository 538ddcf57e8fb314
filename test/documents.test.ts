import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../src/kernel/project-root.ts';

const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: projectRoot });
const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

test('every choice has a number of its own, which its title begins with', () => {
  const choices = readdirSync(join(projectRoot, 'docs/decisions'));
  const numbers = choices.map((file) => file.slice(0, 4));
  expect(new Set(numbers).size).toBe(choices.length);
  for (const file of choices)
    expect(read(`docs/decisions/${file}`), file).toMatch(new RegExp(`^# ${file.slice(0, 4)} `));
});

test('the picture of the house shows every module', () => {
  const [, picture = ''] = read('docs/architecture.md').split('```');
  const modules = readdirSync(join(projectRoot, 'src/modules'));
  expect(modules.filter((module) => !new RegExp(`(^|\\s)${module} `, 'm').test(picture))).toEqual([]);
});

test('whatever a document leads to is there, and so is every file of the source that it names', () => {
  const ours = globSync(['{src,test,simulators,worlds,bench,scripts,data,services,migrations}/**/*'], {
    cwd: projectRoot,
  });
  const gone = documents.flatMap((file) => {
    const text = read(file);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => to);
    const named = [...text.matchAll(/`([\w./-]+\.(?:tsx?|sql|mjs|css|sh))`/g)].map(([, name = '']) => name);
    return [
      ...links.filter((to) => !existsSync(join(projectRoot, dirname(file), to))),
      ...named.filter(
        (name) => ![...ours, ...readdirSync(projectRoot)].some((one) => one === name || one.endsWith(`/${name}`)),
      ),
    ].map((what) => `${file}: ${what}`);
  });
  expect(gone).toEqual([]);
});
