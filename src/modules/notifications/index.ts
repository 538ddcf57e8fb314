export type { Mail, MailOutcome, MailTransport } from './mail-transport.ts';
export { purposeTexts } from './purpose-texts.ts';
export { refusalTexts } from './refusal-texts.ts';
export { eraseTipsSchedule } from './retention.ts';
export { developmentMailRoutes, notificationRoutes } from './routes.tsx';
export { againSubscription } from './send-again.ts';
export { type SendTip, tipSender } from './send-tip.ts';
export type { SettledState, Tip } from './tip.ts';
