import { type LookupAddress, lookup } from 'node:dns';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { PushCarrier, PushOutcome } from '../../modules/exchange/index.ts';
import { isPublicAddress } from './public-address.ts';

const PATIENCE_MS = 10_000;
const GONE = 410;
const PRIVATE = 'PRIVATE';

export type WebhookOptions = {
  /** In production nothing is sent but over https, and nothing to this machine or its own network. */
  readonly production: boolean;
  /** Who says where a name leads; the machine's own resolver when it is not said. */
  readonly resolve?: Resolve;
};

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

type Found = (error: Error | null, found: readonly LookupAddress[]) => void;
type Resolve = (name: string, options: { readonly all: true }, done: Found) => void;

/** A name is looked up where the connection is made, and nowhere before, so that it can not change in between. */
function publicLookup(resolve: Resolve): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error('no address'), '', 4);
      if (!found.every(({ address }) => isPublicAddress(address))) {
        return done(Object.assign(new Error('not on the open net'), { code: PRIVATE }), '', 4);
      }
      return options.all ? done(null, [...found]) : done(null, first.address, first.family);
    });
  };
}

/**
 * Pushes by HTTP. Nothing that comes back is read but its status, and no redirect is followed: where it leads, nobody has
 * let us. 410 is that they want no more; whatever else is not 2xx is tried again.
 */
export function webhookCarrier({ production, resolve = lookup as Resolve }: WebhookOptions): PushCarrier {
  const guarded = publicLookup(resolve);

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
    const guard = loopback.has(hostname) ? {} : { lookup: guarded };
    return new Promise((done) => {
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
