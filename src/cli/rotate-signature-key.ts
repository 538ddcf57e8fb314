import { readConfig } from '../kernel/config/config.ts';
import { type Command, positions, result, tell } from './command.ts';

export const rotateSignatureKey: Command = {
  usage: 'signature rotate',
  summary: 'sign with a new key from now on',
  help: `Makes a new key that the house signs with. The old ones stay published at /.well-known/jwks.json, so that what they have
signed is verified as before; the e-ID provider fetches the new one from there. The pages go on working meanwhile.`,
  async run(args) {
    positions(args, 0);
    const config = readConfig(process.env);
    const { openDatabase } = await import('../kernel/database/open.ts');
    const { connectAsOwner } = await import('../kernel/database/owner.ts');
    const { rotateSignatureKey: rotate } = await import('../modules/signing/index.ts');
    const database = await openDatabase(config, { tell });
    try {
      const owner = await connectAsOwner(database.ownerUrl);
      try {
        result(`From now on the house signs with the key ${await rotate(owner, database.secrets)}.`);
      } finally {
        await owner.end();
      }
    } finally {
      await database.stop();
    }
  },
};
