import { type Command, positions, result } from './command.ts';

export const inviteOperator: Command = {
  usage: 'operator invite',
  summary: 'print a link by which an operator comes in once',
  help: `Whoever follows the link within 14 days signs in with their own e-ID and becomes an operator: so the first one comes
in. There is no account to share, and no password. Later ones are invited by an operator, at /drift.`,
  async run(args) {
    positions(args, 0);
    const { inHouse } = await import('./in-house.ts');
    const { operatorAuthority } = await import('../modules/directory/index.ts');
    const { invite } = await import('../modules/identity/index.ts');
    await inHouse('operator invite', async ({ foundations, scope }) => {
      const terms = { role: 'operator', unit: null, tasks: [], rights: [] } as const;
      const { path } = await invite(scope, foundations.secrets, operatorAuthority, terms, '');
      result(`${foundations.config.baseUrl}${path}`);
    });
  },
};
