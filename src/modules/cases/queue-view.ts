import type { QueueFilter } from './store/queue.ts';

/** The queue's pages, as their addresses name them. */
const filters = {
  alla: { assignment: 'all', show: 'open' },
  mina: { assignment: 'mine', show: 'open' },
  lediga: { assignment: 'unassigned', show: 'open' },
  vantar: { assignment: 'all', show: 'waiting' },
  snart: { assignment: 'all', show: 'due' },
  avslutade: { assignment: 'all', show: 'closed' },
} as const satisfies Record<string, Pick<QueueFilter, 'assignment' | 'show'>>;

export type QueueView = keyof typeof filters;

/** What is not a page is the first one. */
export function queueViewIn(text: string | undefined): QueueView {
  return text !== undefined && Object.hasOwn(filters, text) ? (text as QueueView) : 'alla';
}

export function filterOf(view: QueueView): Pick<QueueFilter, 'assignment' | 'show'> {
  return filters[view];
}
