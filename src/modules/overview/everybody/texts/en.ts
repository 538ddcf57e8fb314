import type { SameKeys } from '../../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  title: 'Everybody’s cases',
  lead: 'Your cases and those of the people you may act for. Each row says whose it is. The others see in their log that you have looked.',
  own: 'Your own',
  oneself: 'Yourself',
  protected: 'A person with protected details',
  inNameOf: (name: string) => `For ${name}`,
  none: 'No cases.',
  nobody: 'You may not act for anybody else now.',
  silentTitle: 'Not all registers could be asked',
  silent: 'There may be more people that you may act for. Try again in a while.',
  moreTitle: 'Not everybody is shown',
  more: (count: number) => `Here are ${count} of those you may act for.`,
  choose: 'Choose one of the others',
  failedTitle: 'This could not be shown',
  failed:
    'The right to see the cases could not be checked now, or it no longer holds. It does not mean that there are no cases.',
  columns: { item: 'Case', inNameOf: 'For', day: 'Day', open: 'Open' },
  open: 'Open',
  openAs: (name: string) => `Open for ${name}`,
};
