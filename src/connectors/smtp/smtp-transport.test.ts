import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../../../test/simulators.ts';
import type { Mail, MailTransport } from '../../modules/notifications/index.ts';
import { smtpTransport } from './index.ts';

let server: Simulator<'mail'>;
let transport: MailTransport;

beforeAll(async () => {
  server = await startSimulator('mail');
});
afterAll(() => server.stop());
beforeEach(() => {
  transport = waiting(60_000);
});

/** @param answerTimeout in milliseconds: a busy machine makes a quick answer late */
function waiting(answerTimeout: number): MailTransport {
  return smtpTransport({
    ...{ url: server.smtp, from: 'nej@allmanning.example', connectTimeout: 60_000, answerTimeout },
  });
}

const mail: Mail = {
  messageId: '019-1@allmanning.example',
  senderName: 'Sottunga kommun',
  to: 'anna@example.org',
  subject: 'Du har fått något från Sottunga kommun',
  text: 'Hej!\n\nÅ, ä och ö kommer fram.\n',
  headers: { 'Auto-Submitted': 'auto-generated' },
};

async function control(mode: string): Promise<void> {
  await fetch(`${server.http}/control`, { method: 'POST', body: JSON.stringify({ mode }) });
}

test('a mail that is taken arrives with its sender, its id and its letters', async () => {
  await control('accept');
  expect(await transport.send(mail)).toEqual({ outcome: 'accepted', detail: '250' });
  const [received] = (await (await fetch(`${server.http}/messages`)).json()) as Record<string, unknown>[];
  expect(received).toMatchObject({
    from: 'nej@allmanning.example',
    to: ['anna@example.org'],
    messageId: '<019-1@allmanning.example>',
    subject: 'Du har fått något från Sottunga kommun',
    text: 'Hej!\n\nÅ, ä och ö kommer fram.\n',
  });
  expect(received?.headers).toContainEqual({ key: 'auto-submitted', value: 'auto-generated' });
});

test.each([
  ['refuse', { outcome: 'refused', detail: '550 5.1.1' }],
  ['later', { outcome: 'later', detail: '451 4.7.1' }],
  ['hang-after-data', { outcome: 'unknown', detail: 'ETIMEDOUT' }],
  ['down', { outcome: 'later', detail: 'ESOCKET' }],
])('a server that would %s is told as it is', async (mode, outcome) => {
  await control(mode);
  const sending = mode === 'hang-after-data' ? waiting(300) : transport;
  expect(await sending.send(mail)).toEqual(outcome);
});

test('a server that has been down five times in a row is left alone for a while', async () => {
  await control('down');
  for (let n = 0; n < 5; n++) expect(await transport.send(mail)).toEqual({ outcome: 'later', detail: 'ESOCKET' });
  await control('accept');
  expect(await transport.send(mail)).toEqual({ outcome: 'later', detail: 'server rests' });
});

test('refusals do not stop mail to others', async () => {
  await control('refuse');
  for (let n = 0; n < 6; n++) await transport.send(mail);
  await control('accept');
  expect(await transport.send(mail)).toMatchObject({ outcome: 'accepted' });
});

test('an address can not smuggle in commands or headers', async () => {
  await control('accept');
  await fetch(`${server.http}/clear`, { method: 'POST' });
  await transport.send({ ...mail, to: 'anna@example.org\r\nRCPT TO:<other@example.org>', subject: 'a\r\nBcc: b@c.d' });
  const received = (await (await fetch(`${server.http}/messages`)).json()) as {
    to: string[];
    headers: { key: string }[];
  }[];
  for (const one of received) {
    expect(one.to).not.toContain('other@example.org');
    expect(one.headers.map(({ key }) => key)).not.toContain('bcc');
  }
});
