import type { MailOutcome } from '../../modules/notifications/index.ts';

/** What nodemailer says of a failure. */
export type SmtpFailure = {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
};

/** Commands whose refusal is about this mail; a 5xx to the others is about us, and passes when we have put it right. */
const aboutTheMail = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
const ENHANCED = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

/**
 * What is known after a failure. Before the server was given the mail, nothing has been sent. After, only an answer tells
 * (RFC 5321 4.2.1: 4yz is put off, 5yz is refused); silence and a lost connection tell nothing.
 * @param handedOver whether the mail's text had begun to go out
 */
export function classify(failure: SmtpFailure, handedOver: boolean): MailOutcome {
  const { responseCode, command } = failure;
  const detail = codeOf(failure);
  if (responseCode !== undefined && responseCode >= 500 && aboutTheMail.has(command ?? '')) {
    return { outcome: 'refused', detail };
  }
  if (responseCode !== undefined && responseCode >= 400) return { outcome: 'later', detail };
  return { outcome: handedOver ? 'unknown' : 'later', detail };
}

/** Codes only: a server's text may quote the address. */
function codeOf({ responseCode, response, code }: SmtpFailure): string {
  if (responseCode === undefined || responseCode < 400) return code ?? 'no answer';
  const enhanced = ENHANCED.exec(response ?? '')?.[1];
  return enhanced ? `${responseCode} ${enhanced}` : String(responseCode);
}
