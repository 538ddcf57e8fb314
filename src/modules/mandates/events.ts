import type { MandateId } from '../../kernel/ids.ts';

/** `seq`: the last event of the mandate's stream when it was told. */
type About = { readonly mandate: MandateId; readonly seq: number };

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** Signatures are asked for. */
    'mandate.drafted': About;
    /** All who must have signed. */
    'mandate.registered': About;
    'mandate.accepted': About;
    'mandate.declined': About;
    'mandate.given-back': About;
    'mandate.revoked': About;
    /** A signer said no, or nobody signed in time. */
    'mandate.refused': About;
    'mandate.replaced': About;
    /** With what it was passed on from, or was to replace. */
    'mandate.chain-broken': About;
    'mandate.fallen': About;
    'mandate.suspended': About;
    'mandate.resumed': About;
    /** Its last day comes near. */
    'mandate.expiring': About;
    'mandate.expired': About;
    /** A register has said of the party what ends or suspends what others may do for them, or that it is over. */
    'mandates.party-state-changed': object;
  }
}
