export { openIdConnect } from './openid-connect.ts';
export { openIdConnectSignature } from './openid-connect-signature.ts';
export type { OpenIdConnectOptions } from './provider.ts';
