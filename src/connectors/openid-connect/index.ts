export { type OpenIdConnectOptions, openIdConnect } from './openid-connect.ts';
