import type { MessageId } from '../../kernel/ids.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** `parties` holds the receiver, `authorities` the sender. */
    'mailbox.delivered': { readonly message: MessageId };
    /** The first time somebody opened it. */
    'mailbox.opened': { readonly message: MessageId };
  }
}
