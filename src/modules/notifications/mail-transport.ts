/** A mail in plain text to one address. */
export type Mail = {
  /** Without angle brackets. The same for every attempt, so that a receiver knows a duplicate. */
  readonly messageId: string;
  readonly senderName: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * What is known after a try. `unknown`: it may have been taken or not, and only a second try makes sure.
 * `detail` is a code (`550 5.1.1`, `ETIMEDOUT`), never a text of the other side, which may quote the address.
 */
export type MailOutcome = {
  readonly outcome: 'accepted' | 'refused' | 'later' | 'unknown';
  readonly detail: string;
};

/** Hands a mail to a mail server. Never throws: whatever happens is an outcome. */
export type MailTransport = { send(mail: Mail): Promise<MailOutcome> };
