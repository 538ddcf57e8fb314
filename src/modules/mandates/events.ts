import type { MandateId } from '../../kernel/ids.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** Signatures are asked for. */
    'mandate.drafted': { mandate: MandateId };
    /** All who must have signed. */
    'mandate.registered': { mandate: MandateId };
    'mandate.accepted': { mandate: MandateId };
    'mandate.declined': { mandate: MandateId };
    'mandate.given-back': { mandate: MandateId };
    'mandate.revoked': { mandate: MandateId };
    /** A signer said no, or nobody signed in time. */
    'mandate.refused': { mandate: MandateId };
    'mandate.replaced': { mandate: MandateId };
  }
}
