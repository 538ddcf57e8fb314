import type { SigningId } from '../../kernel/ids.ts';
import type { SigningSubject } from './signing.ts';

/** `parties` holds signers, those they sign for, and who asked. */
type About = { readonly signing: SigningId; readonly subject: SigningSubject };

declare module '../../kernel/outbox.ts' {
  interface Events {
    'signing.requested': About;
    /** One of several has signed; the last signature is `completed` as well. */
    'signing.signed': About & { readonly place: number };
    'signing.completed': About;
    'signing.refused': About;
    'signing.withdrawn': About;
    'signing.expired': About;
  }
}
