import { backup } from './cli/backup.ts';
import { bench } from './cli/bench.ts';
import { type Command, result, tell, UsageProblem } from './cli/command.ts';
import { demo } from './cli/demo.ts';
import { endWithProblem } from './cli/end-with-problem.ts';
import { inviteOperator } from './cli/invite-operator.ts';
import { joinAuthority } from './cli/join-authority.ts';
import { key } from './cli/key.ts';
import { migrate } from './cli/migrate.ts';
import { payrollCalculate } from './cli/payroll-calculate.ts';
import { payrollCodes } from './cli/payroll-codes.ts';
import { payrollTaxTable } from './cli/payroll-tax-table.ts';
import { restore } from './cli/restore.ts';
import { rotateSignatureKey } from './cli/rotate-signature-key.ts';
import { start } from './cli/start.ts';
import { verifySignature } from './cli/verify-signature.ts';

/** By the words that name them. Each loads what it works with when it is run, so that `--help` takes no second. */
const commands: Readonly<Record<string, Command>> = {
  start,
  migrate,
  demo,
  'authority join': joinAuthority,
  'operator invite': inviteOperator,
  'signature verify': verifySignature,
  'signature rotate': rotateSignatureKey,
  backup,
  restore,
  key,
  'payroll calculate': payrollCalculate,
  'payroll codes': payrollCodes,
  'payroll tax-table': payrollTaxTable,
  bench,
};

function overview(): string {
  const rows = Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(22)} ${summary}`);
  return ['Usage: allmanning COMMAND [--help]', '', ...rows].join('\n');
}

const words = process.argv.slice(2);
const [name, command] =
  Object.entries(commands).find(([named]) => named === words.slice(0, named.split(' ').length).join(' ')) ?? [];
const args = words.slice(name?.split(' ').length ?? 0);
const wantsHelp = words.includes('--help') || words.includes('-h');

if (command && wantsHelp) {
  result(`Usage: allmanning ${command.usage}\n\n${command.help}`);
} else if (command) {
  await command.run(args).catch((error: unknown) => {
    if (!(error instanceof UsageProblem)) return endWithProblem(error);
    tell(`Usage: allmanning ${command.usage}   (--help says more)`);
    process.exitCode = 1;
  });
} else if (wantsHelp || words.length === 0) {
  result(overview());
} else {
  tell(`There is no command "${words.join(' ')}".\n\n${overview()}`);
  process.exitCode = 1;
}
