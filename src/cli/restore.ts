import { resolve } from 'node:path';
import { readConfig } from '../kernel/config/config.ts';
import { type Command, positions, result, tell } from './command.ts';
import { passphrase } from './passphrase.ts';

export const restore: Command = {
  usage: 'restore FILE',
  summary: 'put a backup into an empty place',
  help: `Restores only where nothing is: an empty DATA_FOLDER, and with DATABASE_URL an empty database; otherwise nothing is
touched. Also to move from the embedded PostgreSQL to one of your own, or back. All or nothing: a backup that is damaged
or does not open leaves the place empty. The keys go into DATA_FOLDER unless DATA_KEY is set.`,
  async run(args) {
    const [file = ''] = positions(args, 1);
    const config = readConfig(process.env);
    const phrase = await passphrase({ again: false });
    const { restore: read } = await import('../kernel/backup/index.ts');
    const { openServer } = await import('../kernel/database/open.ts');
    const server = await openServer(config, { exclusive: true, tell });
    try {
      const done = await read(resolve(file), { ...config, ownerUrl: server.ownerUrl, passphrase: phrase, tell });
      result(`${done.tables} tables and ${done.files} files, as they were at ${done.at}`);
    } finally {
      await server.stop();
    }
  },
};
