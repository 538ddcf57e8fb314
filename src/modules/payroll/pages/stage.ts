import type { Stage } from '../../../kernel/html/index.ts';
import type { RunState } from '../run/run.ts';

/** The common signal of each state of a run. */
export const stageOf = {
  open: 'open',
  calculating: 'open',
  stopped: 'waiting-other',
  calculated: 'open',
  checked: 'waiting-other',
  released: 'open',
  posted: 'open',
  closed: 'closed',
  cancelled: 'closed',
} as const satisfies Record<RunState, Stage>;
