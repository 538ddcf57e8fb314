import { variables } from '../kernel/config/variables.ts';
import { type Command, positions } from './command.ts';

export const start: Command = {
  usage: 'start',
  summary: 'start the server, as npm start does',
  help: `Configured by the environment (what stands in brackets when it is not set):\n\n${Object.entries(variables)
    .map(([name, what]) => `  ${name.padEnd(22)} ${what}`)
    .join('\n')}`,
  async run(args) {
    positions(args, 0);
    await import('../main.ts');
  },
};
