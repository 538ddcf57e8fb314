import type { Mail } from './mail-transport.ts';
import { mailTexts } from './texts/mail.ts';
import type { Tip } from './tip.ts';

/** Where the installation lives, for the links in mails. */
export type Place = { readonly baseUrl: string };

/** The mail that a tip becomes: the sender's name and the way to sign in, and nothing of what it is about. */
export function mailOf(tip: Tip, { baseUrl }: Place): Mail {
  const base = new URL(baseUrl);
  const t = mailTexts[tip.language];
  const link = new URL(tip.kind === 'verify-address' ? tip.path : '/mina-sidor/meddelanden', base).href;
  const settings = new URL('/mina-sidor/uppgifter', base).href;
  const { subject, text } =
    tip.kind === 'verify-address' ? t.verifyAddress(link) : t.newMessage(tip.senderName, link, settings);
  return {
    messageId: `${tip.tip}@${base.hostname}`,
    senderName: tip.senderName,
    to: tip.address,
    subject,
    text,
    headers: {
      'Auto-Submitted': 'auto-generated', // RFC 3834: no machine answers it
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `<tips.${base.hostname}>`,
      'List-Unsubscribe': `<${settings}>`,
      'Content-Language': tip.language,
    },
  };
}
