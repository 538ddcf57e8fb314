import { endWithProblem } from './cli/end-with-problem.ts';
import { welcome } from './cli/welcome.ts';
import { readConfig } from './kernel/config/config.ts';
import { leave } from './kernel/leave.ts';

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.stdout.on('error', () => undefined); // a closed terminal is no reason to stop half-way

try {
  const config = readConfig(process.env);
  const { start } = await import('./start.ts'); // the whole house: what is wrong before it is told at once
  const starting = start(config, tell);

  let asked = 0;
  const stop = () => {
    if (asked > 0 && performance.now() - asked > 2_000) return leave(1); // asked again: at once
    if (asked > 0) return; // npm passes on the signal that the terminal has sent to both
    asked = performance.now();
    tell('Stopping; what is under way is ended first …');
    starting.then((running) => running.stop()).then(() => leave(0), endWithProblem);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  tell(welcome(await starting));
} catch (error) {
  endWithProblem(error);
}
