import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './kernel/project-root.ts';
import { languages } from './kernel/texts.ts';
import { purposeTexts, refusalTexts } from './wired-texts.ts';

// Among the tests on a database, since these have read the whole house already.

/** What the source says by name, beside the files of texts; the end of some names is known first when they are used. */
function named(pattern: RegExp): string[] {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: projectRoot }).filter((file) => !/\.test\.|texts/.test(file));
  const found = files.flatMap((file) => [...readFileSync(join(projectRoot, file), 'utf8').matchAll(pattern)]);
  return [...new Set(found.map(([, key = '']) => key))];
}

test('every refusal that is named in the source has its words, with what to do now, in each language', () => {
  const keys = named(/(?:new Refusal\(\s*'[a-z-]+',|onUnique\()\s*'([^']+)'/g);
  expect(keys.length).toBeGreaterThan(150);
  expect(keys.filter((key) => !(key in refusalTexts))).toEqual([]);
  for (const [key, text] of Object.entries(refusalTexts)) {
    for (const language of languages) {
      const { what, why, next } = text[language];
      expect([what, why, next].filter(Boolean), `${key} in ${language}`).toHaveLength(3);
    }
  }
});

test('every purpose that is written into a person’s log has its words in each language', () => {
  const keys = named(/'([a-z-]+\.purpose\.[^']+)'/g);
  expect(keys.length).toBeGreaterThan(15);
  expect(keys.filter((key) => !(key in purposeTexts))).toEqual([]);
  for (const [key, text] of Object.entries(purposeTexts)) {
    for (const language of languages) expect(text[language], `${key} in ${language}`).toBeTruthy();
  }
});
