import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { PushCarrier, PushOutcome } from '../../modules/exchange/index.ts';
import { PRIVATE, type ReachOptions, reachable } from '../reachable.ts';

const PATIENCE_MS = 10_000;
const GONE = 410;

/**
 * Pushes by HTTP. Nothing that comes back is read but its status, and no redirect is followed: where it leads, nobody has
 * let us. 410 is that they want no more; whatever else is not 2xx is tried again.
 */
export function webhookCarrier(options: ReachOptions): PushCarrier {
  const { mayReach, guardFor } = reachable(options);

  async function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<PushOutcome> {
    if (!mayReach(url)) return { outcome: 'refused', detail: 'address' };
    const send = new URL(url).protocol === 'https:' ? secure : plain;
    return new Promise((done) => {
      const request = send(url, {
        ...guardFor(url),
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Allmanning' },
        signal: AbortSignal.timeout(PATIENCE_MS),
        agent: false,
      });
      request.on('response', (response) => {
        response.destroy();
        const status = response.statusCode ?? 0;
        const outcome = status >= 200 && status < 300 ? 'delivered' : status === GONE ? 'refused' : 'later';
        done({ outcome, detail: String(status) });
      });
      request.on('error', (error: Error & { code?: string }) => {
        if (error.code === PRIVATE) done({ outcome: 'refused', detail: 'address' });
        else done({ outcome: 'later', detail: (error.code ?? error.name).slice(0, 40) });
      });
      request.end(body);
    });
  }

  return { mayReach, post };
}
