import { readConfig } from '../kernel/config/config.ts';
import { type Command, positions, result, tell } from './command.ts';

export const migrate: Command = {
  usage: 'migrate',
  summary: 'bring the database to this version',
  help: `Runs the migrations that the database has not had, and makes the login roles. A start does the same. Of two at once
the second waits.`,
  async run(args) {
    positions(args, 0);
    const { openDatabase } = await import('../kernel/database/open.ts');
    const database = await openDatabase(readConfig(process.env), { tell });
    await database.stop();
    result('The database is at this version.');
  },
};
