/**
 * A real SMTP server that keeps what it receives and shows it over HTTP, and that refuses, delays, hangs or is down on
 * demand. A program of its own: `PORT` (HTTP) and `SMTP_PORT` in the environment, 0 or absent takes a free one; prints
 * one line `{"smtp": "smtp://…", "http": "http://…"}` when ready, and ends when its stdin closes.
 *
 *   GET  /messages       what was received, newest last
 *   GET  /control        the mode
 *   POST /control        {"mode": "accept" | "refuse" | "later" | "hang-after-data" | "down"}
 *   POST /clear          forgets what was received
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { answerJson, bodyOf, endWithParent, listen, ready } from './program.ts';

const modes = ['accept', 'refuse', 'later', 'hang-after-data', 'down'] as const;
type Mode = (typeof modes)[number];

type Received = {
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
};

const RECEIVED_MAX = 1000;
const received: Received[] = [];
let mode: Mode = 'accept';
let smtp: SMTPServer | undefined;
let smtpPort = Number(process.env.SMTP_PORT ?? 0);

function smtpError(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

const options: SMTPServerOptions = {
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  size: 1024 * 1024,
  closeTimeout: 100,
  onRcptTo(address, _session, done) {
    if (mode === 'refuse') return done(smtpError(550, `5.1.1 <${address.address}> is not known here`));
    if (mode === 'later') return done(smtpError(451, '4.7.1 try again later'));
    done();
  },
  async onData(stream, session, done) {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const mail = await PostalMime.parse(Buffer.concat(chunks));
      received.push({
        at: new Date().toISOString(),
        from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
        to: session.envelope.rcptTo.map((one) => one.address),
        messageId: mail.messageId ?? '',
        subject: mail.subject ?? '',
        text: mail.text ?? '',
        headers: mail.headers.map(({ key, value }) => ({ key, value })),
      });
      if (received.length > RECEIVED_MAX) received.shift();
      if (mode === 'hang-after-data') return; // the mail is kept, and the sender never hears of it
      done();
    } catch (error) {
      done(error as Error);
    }
  },
};

async function open(): Promise<void> {
  if (smtp) return;
  const server = new SMTPServer(options);
  server.on('error', () => undefined); // a sender that goes away in the middle of a mail
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(smtpPort, '127.0.0.1', resolve);
  });
  smtpPort = (server.server.address() as AddressInfo).port;
  smtp = server;
}

async function close(): Promise<void> {
  const server = smtp;
  smtp = undefined;
  if (server) await new Promise<void>((resolve) => server.close(resolve));
}

const web = createServer(async (request, response) => {
  try {
    const route = `${request.method} ${request.url}`;
    if (route === 'GET /messages') return answerJson(response, received);
    if (route === 'GET /control') return answerJson(response, { mode });
    if (route === 'POST /clear') {
      received.length = 0;
      return answerJson(response, { received: 0 });
    }
    if (route !== 'POST /control') return answerJson(response, { error: 'not found' }, 404);
    const wanted = (JSON.parse(await bodyOf(request)) as { mode?: Mode }).mode;
    if (!wanted || !modes.includes(wanted)) return answerJson(response, { error: 'unknown mode' }, 400);
    mode = wanted;
    await (mode === 'down' ? close() : open());
    answerJson(response, { mode });
  } catch (error) {
    answerJson(response, { error: String(error) }, 500);
  }
});

endWithParent();
await open();
const httpPort = await listen(web, Number(process.env.PORT ?? 0));
ready({ smtp: `smtp://127.0.0.1:${smtpPort}`, http: `http://127.0.0.1:${httpPort}` });
