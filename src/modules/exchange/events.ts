import type { AuthorityId } from '../../kernel/ids.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** A file is to be delivered, for the first time or once more. */
    'exchange.delivery-asked': { readonly authority: AuthorityId; readonly delivery: string };
    /** It is there: they had it, with this content, when it was looked at. */
    'exchange.delivered': { readonly authority: AuthorityId; readonly delivery: string };
    /** A system is to be told that something has happened, for the first time or once more. */
    'exchange.push-asked': { readonly authority: AuthorityId; readonly push: string };
    /** A folder that files are fetched from is to be looked in. */
    'exchange.fetch-asked': { readonly authority: AuthorityId; readonly source: string };
    /** Somebody wants to know what a destination has. */
    'exchange.reconciliation-asked': { readonly authority: AuthorityId; readonly destination: string };
  }
}
