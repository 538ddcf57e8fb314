import './events.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import type { FileStore } from '../../kernel/files/index.ts';
import type { AuthorityId, FileDigest } from '../../kernel/ids.ts';
import { on, type Subscription } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { accountOf } from './account.ts';
import { loadFile } from './store/files.ts';
import type { IntakeTarget } from './target.ts';
import { targetNamed } from './targets.ts';

/** How a file leaves the house: a port, since the room that sends knows nothing of this one. */
export type SendFile = (
  tx: Tx,
  scope: Scope,
  delivery: {
    readonly authority: AuthorityId;
    readonly destination: string;
    readonly name: string;
    readonly content: FileDigest;
    readonly size: number;
    readonly kind: string;
    readonly subject: string;
  },
) => Promise<unknown>;

export type AccountParts = {
  readonly targets: readonly IntakeTarget[];
  readonly files: FileStore;
  readonly send: SendFile;
};

/** When every row of a file is accounted for, whoever made it is sent the account, if the mapping says so. */
export function accountSubscription({ targets, files, send }: AccountParts): Subscription {
  return on('intake.file-settled', 'intake.send-account', async (scope, key, run) => {
    const file = await scope.read((tx) => loadFile(tx, key));
    const { accountTo: destination } = file;
    if (destination === null) return;
    const account = await accountOf(scope, file, targetNamed(targets, file.target), 'sv');
    const stored = await files.put(Buffer.from(account, 'utf8'), 'application/octet-stream');
    // the event's id makes the name one of its own, also when a mended row settles the file anew
    const name = `${file.name.replace(/\.[a-z]+$/, '')}-redovisning-${run.event.slice(-12)}.csv`;
    const { digest: content, size } = stored;
    const { authority } = key;
    const about = { kind: 'intake.account', subject: file.file };
    await scope.write((tx) => send(tx, scope, { authority, destination, name, content, size, ...about }));
  });
}
