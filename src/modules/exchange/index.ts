export { arrivalRoutes } from './arrivals/routes.ts';
export { deliverySubscriptions } from './deliver.ts';
export {
  type Delivery,
  deliveryBy,
  type FileOut,
  type HttpsAddress,
  type Outcome,
  type Receipt,
  type RemoteFile,
  type SftpAddress,
} from './delivery.ts';
export { destinationsOf, type KeyPair, type MakeKeyPair } from './destinations.ts';
export { type FetchParts, fetchSchedule, fetchSubscriptions } from './fetching/fetch.ts';
export type { Collector, FoundFile, Visitor } from './fetching/source.ts';
export { refusalTexts } from './refusal-texts.ts';
export { type ExchangeParts, exchangeRoutes } from './routes.tsx';
export { send } from './send.ts';
export { type KeptDelivery, loadDelivery, namedFiles, type Order } from './store/deliveries.ts';
export { type Destination, loadDestinations } from './store/destinations.ts';
export type { PushCarrier, PushKind, PushOutcome } from './webhooks/push.ts';
export { pushRoutes } from './webhooks/routes.tsx';
export { pushSubscriptions, tellSubscribers } from './webhooks/tell.ts';
