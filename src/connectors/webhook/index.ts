export { webhookCarrier } from './webhook-carrier.ts';
