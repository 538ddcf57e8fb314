import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';

/** What each simulator says when it is ready. */
type Ready = {
  'test-eid': { readonly issuer: string; readonly control: string };
  mail: { readonly smtp: string; readonly http: string };
  'sftp-server': { readonly port: number; readonly hostKey: string };
  'population-register': { readonly url: string };
  'company-register': { readonly url: string };
  'guardianship-register': { readonly url: string };
  'mandate-registers': { readonly url: string };
  kundhandelser: { readonly url: string };
  zgw: { readonly url: string };
};

export type Simulator<K extends keyof Ready> = Ready[K] & { stop(): Promise<void> };

/**
 * Starts a simulator as a process of its own and waits until it is ready. It ends with this process, however that ends:
 * its stdin is a pipe that closes then.
 * @throws Error when it ends before it is ready, such as on a taken port
 */
export async function startSimulator<K extends keyof Ready>(
  name: K,
  env: Readonly<Record<string, string>> = {},
): Promise<Simulator<K>> {
  const program = new URL(`./${name}${extname(import.meta.filename)}`, import.meta.url);
  const child = spawn(process.execPath, [program.pathname], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
  });
  const ended = once(child, 'exit');
  const firstLine = once(createInterface({ input: child.stdout }), 'line');
  const line = await Promise.race([firstLine, ended.then(() => undefined)]);
  if (!line) throw new Error(`the simulator ${name} ended before it was ready`);
  return {
    ...(JSON.parse(String(line[0])) as Ready[K]), // its own first line
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
