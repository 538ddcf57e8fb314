import { generateDataKey } from '../kernel/secrets.ts';
import { type Command, positions, result } from './command.ts';

export const key: Command = {
  usage: 'key',
  summary: 'make a new key for DATA_KEY',
  help: `Prints ID:KEY. To rotate, put the new one first in DATA_KEY, a comma after it, and keep the old ones: what they have
sealed is still opened with them.`,
  async run(args) {
    positions(args, 0);
    result(generateDataKey());
  },
};
