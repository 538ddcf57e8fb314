export { httpsDelivery } from './https-delivery.ts';
