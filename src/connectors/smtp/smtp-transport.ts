import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  wrap,
} from 'cockatiel';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail, MailOutcome, MailTransport } from '../../modules/notifications/index.ts';
import { type Handed, handOver, type SmtpServer } from './hand-over.ts';

export type SmtpOptions = {
  /** `smtp://USER:PASSWORD@HOST:PORT`, or `smtps://` for TLS from the first byte; with a password TLS is required. */
  readonly url: string;
  /** Whom mail comes from: an address that the receivers' SPF and DKIM checks find in order. */
  readonly from: string;
  /** Milliseconds for the connection and the greeting. Default 10 s. */
  readonly connectTimeout?: number;
  /** Milliseconds of silence after which nothing more is expected. Default 60 s; RFC 5321 4.5.3.2 would wait minutes. */
  readonly answerTimeout?: number;
};

const AT_ONCE = 5;
const WAITING_MAX = 200;
const FAILURES_BEFORE_REST = 5;
const REST_MS = 15_000;

/**
 * Mail by SMTP: one connection for each mail, few at once, and a rest when the server does not answer, so that a dead
 * one does not hold every job for its whole timeout.
 */
export function smtpTransport(options: SmtpOptions): MailTransport {
  const server = serverOf(options);
  const breaker = circuitBreaker(
    handleWhenResult((result) => !(result as Handed).answered),
    { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES_BEFORE_REST) },
  );
  const policy = wrap(bulkhead(AT_ONCE, WAITING_MAX), breaker);

  return {
    async send(mail: Mail): Promise<MailOutcome> {
      try {
        const raw = await composed(mail, options.from);
        const { outcome, detail } = await policy.execute(() => handOver(server, options.from, mail.to, raw));
        return { outcome, detail };
      } catch (error) {
        return { outcome: 'later', detail: reasonOf(error) }; // nothing was begun
      }
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof BrokenCircuitError) return 'server rests';
  if (error instanceof BulkheadRejectedError) return 'too many at once';
  return (error as { code?: string }).code ?? 'not composed';
}

async function composed(mail: Mail, from: string): Promise<Buffer> {
  return new MailComposer({
    from: { name: mail.senderName, address: from },
    to: { name: '', address: mail.to },
    messageId: `<${mail.messageId}>`,
    subject: mail.subject,
    text: mail.text,
    headers: { ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function serverOf({ url, connectTimeout = 10_000, answerTimeout = 60_000 }: SmtpOptions): SmtpServer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return {
    host: hostname,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && username !== '',
    connectionTimeout: connectTimeout,
    greetingTimeout: connectTimeout,
    socketTimeout: answerTimeout,
    credentials: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null,
  };
}
