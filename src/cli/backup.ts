import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfig } from '../kernel/config/config.ts';
import { dataKey } from '../kernel/config/data-key.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { type Command, positions, result, tell } from './command.ts';
import { passphrase } from './passphrase.ts';

export const backup: Command = {
  usage: 'backup FILE',
  summary: 'write database, files and keys into one sealed file',
  help: `The pages go on working meanwhile. The file is sealed with a passphrase of at least 12 characters, asked for or read
from ALLMANNING_PASSPHRASE; without it nobody opens the backup, so keep it apart from the file. FILE must not exist.`,
  async run(args) {
    const [file = ''] = positions(args, 1);
    if (existsSync(file)) throw new StartProblem(`The file ${file} exists already: choose another name.`);
    const config = readConfig(process.env);
    const phrase = await passphrase({ again: true });
    const { backup: write } = await import('../kernel/backup/index.ts');
    const { openDatabase } = await import('../kernel/database/open.ts');
    const database = await openDatabase(config, { tell });
    try {
      const done = await write(resolve(file), {
        ownerUrl: database.ownerUrl,
        filesFolder: config.filesFolder,
        dataKey: dataKey(config),
        passphrase: phrase,
        tell,
      });
      result(`${file}: ${done.tables} tables, ${done.files} files, ${(done.bytes / 1e6).toFixed(1)} MB`);
    } finally {
      await database.stop();
    }
  },
};
