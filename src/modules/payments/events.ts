import type { AuthorityId } from '../../kernel/ids.ts';

type About = { readonly authority: AuthorityId; readonly batch: string };

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** The file may leave for the bank. */
    'payments.released': About;
    /** A bank has said something of payments of the batch. */
    'payments.answered': About;
  }
}
