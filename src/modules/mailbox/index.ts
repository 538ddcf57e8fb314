import './events.ts';

export { mailboxApiRoutes } from './api-routes.ts';
export { unreadCount, unreadMost } from './count-unread.ts';
export { deliver } from './deliver.ts';
export { type Delivery, deliveryOf } from './delivery-of.ts';
export type { Attachment, CaseRef, InboxItem, Letter, MessageKind } from './message.ts';
export { refusalTexts } from './refusal-texts.ts';
export { mailboxRoutes } from './routes.tsx';
export { namedFiles } from './store.ts';
export { mailboxSubscriptions, type TipParts, type VerifiedEmail } from './tip-of-delivery.ts';
export { wantingMessages } from './wanting-messages.ts';
