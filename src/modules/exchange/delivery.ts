import type { Readable } from 'node:stream';
import type { AuthorityId, FileDigest } from '../../kernel/ids.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';

/** How somebody is reached over SFTP, and with which key of ours. */
export type SftpAddress = {
  readonly kind: 'sftp';
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly folder: string;
  /** `SHA256:…` of the key that their server must show. */
  readonly hostKey: string;
  readonly privateKey: string;
};

/** Below which address files stand by name, and the key that they have given us. */
export type HttpsAddress = { readonly kind: 'https'; readonly url: string; readonly key: string };

export type Address = SftpAddress | HttpsAddress;

export type FileOut = {
  readonly delivery: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: FileDigest;
  open(): Promise<Readable>;
};

/** What they had when it was looked at, after it had been sent. */
export type Receipt = { readonly size: number; readonly sha256: string; readonly at: string };

/**
 * `later`: nothing can have arrived under its name. `unknown`: it may have. `refused`: trying again by itself does not
 * help. `detail` is a code, never a text of theirs.
 */
export type Outcome =
  | { readonly outcome: 'delivered'; readonly receipt: Receipt; readonly detail: string }
  | { readonly outcome: 'refused' | 'later' | 'unknown'; readonly detail: string };

export type RemoteFile = { readonly name: string; readonly size: number; readonly sha256: string | null };

/** How files leave the house; connectors implement it. */
export type Delivery<To extends Address = Address> = {
  /** As often as it takes: what is there already with this content is delivered, and with another is never overwritten. */
  put(to: To, file: FileOut): Promise<Outcome>;
  /** What they have; the content of those that are named is read and digested. */
  list(to: To, named: readonly string[]): Promise<SourceAnswer<readonly RemoteFile[]>>;
};

/** Each kind of address by who carries to it. */
export function deliveryBy(sftp: Delivery<SftpAddress>, https: Delivery<HttpsAddress>): Delivery {
  return {
    put: (to, file) => (to.kind === 'sftp' ? sftp.put(to, file) : https.put(to, file)),
    list: (to, named) => (to.kind === 'sftp' ? sftp.list(to, named) : https.list(to, named)),
  };
}

export type DeliveryKey = { readonly authority: AuthorityId; readonly delivery: string };
export type DestinationKey = { readonly authority: AuthorityId; readonly destination: string };

export type DeliveryState = 'waiting' | Outcome['outcome'];

/** Null while under way, and when the process was killed then. */
export type Attempt = { readonly number: number; readonly outcome: Outcome['outcome'] | null };

/**
 * What the attempts since it was last asked for say. Unknown is asked about again, since looking comes before sending;
 * but where files are taken away, one that is gone tells nothing, so a person decides.
 */
export function stateOf(attempts: readonly Attempt[], againAfter: number, collects: boolean): DeliveryState {
  const counting = attempts.filter(({ number }) => number > againAfter).map(({ outcome }) => outcome ?? 'unknown');
  if (counting.includes('delivered')) return 'delivered';
  if (counting.includes('refused')) return 'refused';
  if (collects && counting.includes('unknown')) return 'unknown';
  return counting.at(-1) ?? 'waiting';
}

/** Whether a job goes on with it. */
export function isOpen(state: DeliveryState, collects: boolean): boolean {
  return state === 'waiting' || state === 'later' || (state === 'unknown' && !collects);
}
