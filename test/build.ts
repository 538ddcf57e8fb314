import { execFileSync } from 'node:child_process';
import { projectRoot } from '../src/kernel/project-root.ts';

/** Tests start the programs as they are shipped: compiled, once before all of them. Takes no time when nothing has changed. */
export default function build(): void {
  execFileSync('sh', ['scripts/ready.sh'], { cwd: projectRoot, stdio: 'inherit' });
}
