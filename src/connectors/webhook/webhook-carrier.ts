import { type LookupAddress, lookup } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { PushCarrier, PushOutcome } from '../../modules/exchange/index.ts';
import { isPublicAddress } from './public-address.ts';

const PATIENCE_MS = 10_000;
const GONE = 410;

export type WebhookOptions = {
  /** In production nothing is sent but over https, and nothing to this machine or its own network. */
  readonly production: boolean;
};

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** A name is looked up where the connection is made, and nowhere before, so that it can not change in between. */
function publicLookup(name: string, options: object, done: Parameters<LookupFunction>[2]): void {
  lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error || !first) return done(error ?? new Error('no address'), '', 4);
    if (!found.every(({ address }) => isPublicAddress(address))) {
      return done(Object.assign(new Error('not on the open net'), { code: 'PRIVATE' }), '', 4);
    }
    if ((options as { all?: boolean }).all)
      return (done as unknown as (e: null, all: LookupAddress[]) => void)(null, found);
    return done(null, first.address, first.family);
  });
}

/**
 * Pushes by HTTP. Nothing that comes back is read but its status, and no redirect is followed: where it leads, nobody has
 * let us. 410 is that they want no more; whatever else is not 2xx is tried again.
 */
export function webhookCarrier({ production }: WebhookOptions): PushCarrier {
  function mayReach(text: string): boolean {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, password } = new URL(text);
    if (username !== '' || password !== '') return false;
    if (loopback.has(hostname)) return !production && (protocol === 'http:' || protocol === 'https:');
    const bare = hostname.replace(/^\[|\]$/g, '');
    return protocol === 'https:' && (isIP(bare) === 0 || isPublicAddress(bare));
  }

  async function post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<PushOutcome> {
    if (!mayReach(url)) return { outcome: 'refused', detail: 'address' };
    const { protocol, hostname } = new URL(url);
    const send = protocol === 'https:' ? secure : plain;
    const guard = loopback.has(hostname) ? {} : { lookup: publicLookup };
    return new Promise((resolve) => {
      const request = send(url, {
        ...guard,
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Allmanning' },
        signal: AbortSignal.timeout(PATIENCE_MS),
        agent: false,
      });
      request.on('response', (response) => {
        response.destroy();
        const status = response.statusCode ?? 0;
        const outcome = status >= 200 && status < 300 ? 'delivered' : status === GONE ? 'refused' : 'later';
        resolve({ outcome, detail: String(status) });
      });
      request.on('error', (error: Error & { code?: string }) => {
        const outcome = error.code === 'PRIVATE' ? 'refused' : 'later';
        resolve({ outcome, detail: error.code === 'PRIVATE' ? 'address' : (error.code ?? error.name).slice(0, 40) });
      });
      request.end(body);
    });
  }

  return { mayReach, post };
}
