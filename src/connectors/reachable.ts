import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export type ReachOptions = {
  /** In production nothing is sent but over https, and nothing to this machine or its own network. */
  readonly production: boolean;
  /** Who says where a name leads; the machine's own resolver when it is not said. */
  readonly resolve?: Resolve;
};

/** The code of the error when a name leads somewhere that is nobody's on the open net. */
export const PRIVATE = 'PRIVATE';

const loopback = new Set(['127.0.0.1', '[::1]', 'localhost']);

type Found = (error: Error | null, found: readonly LookupAddress[]) => void;
type Resolve = (name: string, options: { readonly all: true }, done: Found) => void;

export type Reachable = {
  mayReach(url: string): boolean;
  /** For the request to a URL that may be reached. */
  guardFor(url: string): { readonly lookup?: LookupFunction };
  /**
   * Where a server leads, to be connected to as it is, for what is not reached by a URL.
   * @throws with the code `PRIVATE` for what is not on the open net
   */
  addressOf(host: string): Promise<string>;
};

/** Where an address that an administrator has written may lead. */
export function reachable({ production, resolve = lookup as Resolve }: ReachOptions): Reachable {
  const guarded = publicLookup(resolve);
  return {
    mayReach(text) {
      if (!URL.canParse(text)) return false;
      const { protocol, hostname, username, password } = new URL(text);
      if (username !== '' || password !== '') return false;
      if (loopback.has(hostname)) return !production && (protocol === 'http:' || protocol === 'https:');
      const bare = hostname.replace(/^\[|\]$/g, '');
      return protocol === 'https:' && (isIP(bare) === 0 || isPublicAddress(bare));
    },
    guardFor: (url) => (loopback.has(new URL(url).hostname) ? {} : { lookup: guarded }),
    async addressOf(host) {
      if (loopback.has(host) && !production) return host;
      if (isIP(host) !== 0 && !isPublicAddress(host)) throw notOpen();
      return new Promise((found, failed) => {
        guarded(host, {}, (error, address) => (error ? failed(error) : found(String(address))));
      });
    },
  };
}

/** A name is looked up where the connection is made, and nowhere before, so that it can not change in between. */
function publicLookup(resolve: Resolve): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error || !first) return done(error ?? new Error('no address'), '', 4);
      if (!found.every(({ address }) => isPublicAddress(address))) {
        return done(notOpen(), '', 4);
      }
      return options.all ? done(null, [...found]) : done(null, first.address, first.family);
    });
  };
}

function notOpen(): Error {
  return Object.assign(new Error('not on the open net'), { code: PRIVATE });
}
