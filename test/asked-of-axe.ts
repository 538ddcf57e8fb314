import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with a mark for each kind of page that axe has been asked about in this run. */
    askedOfAxe: string;
  }
}

let folder: string;

export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'allmanning-axe-'));
  project.provide('askedOfAxe', folder);
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
