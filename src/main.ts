import { endWithProblem } from './cli/end-with-problem.ts';
import { welcome } from './cli/welcome.ts';
import { readConfig } from './kernel/config/config.ts';
import { start } from './start.ts';

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.stdout.on('error', () => undefined); // a closed terminal is no reason to stop half-way

try {
  const running = await start(readConfig(process.env), tell);
  tell(welcome(running));

  let stopping = false;
  const stop = () => {
    if (stopping) return process.exit(1); // asked twice: at once
    stopping = true;
    tell('Stopping; what is under way is ended first …');
    running.stop().then(() => process.exit(0), endWithProblem);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  endWithProblem(error);
}
