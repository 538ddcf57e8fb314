import { formatDate } from '../../kernel/calendar/format.ts';
import type { Mail } from './mail-transport.ts';
import { type Letter, mailTexts } from './texts/mail.ts';
import type { Tip } from './tip.ts';

/** Where the installation lives, for the links in mails. */
export type Place = { readonly baseUrl: string };

/** The mail that a tip becomes: the sender's name and the way to sign in, and nothing of what it is about. */
export function mailOf(tip: Tip, { baseUrl }: Place): Mail {
  const base = new URL(baseUrl);
  const link = new URL(tip.kind === 'new-message' ? '/mina-sidor/meddelanden' : tip.path, base).href;
  const settings = new URL('/mina-sidor/uppgifter', base).href;
  const { subject, text } = letterOf(tip, link, settings);
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
      ...(tip.kind === 'invitation' ? {} : { 'List-Unsubscribe': `<${settings}>` }), // who is invited has no settings
      'Content-Language': tip.language,
    },
  };
}

function letterOf(tip: Tip, link: string, settings: string): Letter {
  const t = mailTexts[tip.language];
  if (tip.kind === 'verify-address') return t.verifyAddress(link);
  if (tip.kind === 'new-message') return t.newMessage(tip.senderName, link, settings);
  const until = formatDate(tip.until, tip.language);
  return t.invitation({ by: tip.invitedBy, role: tip.role, authority: tip.senderName, link, until });
}
