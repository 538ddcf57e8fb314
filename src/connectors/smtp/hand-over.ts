import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailOutcome } from '../../modules/notifications/index.ts';
import { classify, type SmtpFailure } from './classify.ts';

export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly connectionTimeout: number;
  readonly greetingTimeout: number;
  readonly socketTimeout: number;
  readonly credentials: { readonly user: string; readonly pass: string } | null;
};

/** `answered`: the server said something about the mail, whatever it was. */
export type Handed = MailOutcome & { readonly answered: boolean };

/**
 * One mail over one connection. nodemailer does not say how far a mail had come when the connection is lost, so the mail
 * is a stream that notes when it is first read: that is after the server has said that it may come (354).
 */
export function handOver(server: SmtpServer, from: string, to: string, raw: Buffer): Promise<Handed> {
  const { credentials, ...options } = server;
  const connection = new SMTPConnection(options);
  let handedOver = false;
  const message = new Readable({
    read() {
      handedOver = true;
      this.push(raw);
      this.push(null);
    },
  });

  return new Promise((resolve) => {
    let told = false;
    function end(result: Handed): void {
      if (told) return;
      told = true;
      if (result.outcome === 'accepted') connection.quit();
      else connection.close();
      resolve(result);
    }
    function fail(failure: SmtpFailure): void {
      end({ ...classify(failure, handedOver), answered: failure.responseCode !== undefined });
    }
    function send(): void {
      connection.send({ from, to: [to] }, message, (failure, info) => {
        if (failure) return fail(failure);
        end({ outcome: 'accepted', detail: String(info?.response ?? '').slice(0, 3), answered: true });
      });
    }

    connection.on('error', fail);
    connection.on('end', () => fail({ code: 'ECONNECTION' }));
    connection.connect((failure) => {
      if (failure) return fail(failure);
      if (!credentials) return send();
      connection.login(credentials, (refused) => (refused ? fail(refused) : send()));
    });
  });
}
