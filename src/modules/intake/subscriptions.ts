import './events.ts';
import { on, type Subscription } from '../../kernel/jobs/subscription.ts';
import { type RunParts, runFile } from './run-file.ts';

/** Reads and takes what has come, in the job of its event: a killed one is run again. */
export function runSubscription(parts: RunParts): Subscription {
  return on('intake.file-came', 'intake.run-file', (scope, key) => runFile(scope, parts, key));
}
