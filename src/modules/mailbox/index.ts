import './events.ts';

export { mailboxApiRoutes } from './api-routes.ts';
export { unreadCount, unreadMost } from './count-unread.ts';
export { deliver } from './deliver.ts';
export { type Delivery, deliveryOf, messageAvailable } from './delivery-of.ts';
export type { Attachment, CaseRef, InboxItem, Letter, MessageKind } from './message.ts';
export { type Inbox, readInbox } from './read-inbox.ts';
export { refusalTexts } from './refusal-texts.ts';
export { mailboxRoutes } from './routes.tsx';
export { mailboxSubscriptions, type TipParts, type VerifiedEmail } from './tip-of-delivery.ts';
export { namedFiles } from './store.ts';
