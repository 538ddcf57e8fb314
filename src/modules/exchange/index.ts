export { deliverySubscriptions } from './deliver.ts';
export type { Address, Delivery, FileOut, Outcome, Receipt, RemoteFile } from './delivery.ts';
export { destinationsOf, type KeyPair, type MakeKeyPair } from './destinations.ts';
export { refusalTexts } from './refusal-texts.ts';
export { type ExchangeParts, exchangeRoutes } from './routes.tsx';
export { send } from './send.ts';
export { type KeptDelivery, loadDelivery, namedFiles, type Order } from './store/deliveries.ts';
export { type Destination, loadDestinations } from './store/destinations.ts';
