export type { Mail, MailOutcome, MailTransport } from './mail-transport.ts';
export { refusalTexts } from './refusal-texts.ts';
export { developmentMailRoutes, notificationRoutes } from './routes.tsx';
export { type SendTip, tipSender } from './send-tip.ts';
export type { SettledState, Tip } from './tip.ts';
