import { createHmac } from 'node:crypto';

/**
 * The value of `X-AsiointivaltuudetAuthorization`: who asks, when, and HMAC-SHA256 in Base64 of path and time with the key
 * that the agency has given (kehittajille.suomi.fi, «Web API and selection interface», read 2026-11-22; as in the agency's
 * own sample, vrk-kpa/roles-auths-web-api-node-client). The agency refuses a time more than five minutes from its own.
 * @param path with its query, as it is sent
 */
export function authorizationValue(client: string, key: string, path: string, at: Temporal.Instant): string {
  const time = at.toString({ smallestUnit: 'millisecond' });
  const sum = createHmac('sha256', key).update(`${path} ${time}`, 'utf8').digest('base64');
  return `${client} ${time} ${sum}`;
}
