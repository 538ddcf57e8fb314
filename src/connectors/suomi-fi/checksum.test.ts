import { expect, test } from 'vitest';
import { authorizationValue } from './checksum.ts';

test('the checksum is what another program makes of the same path, time and key', () => {
  const at = Temporal.Instant.from('2026-11-22T09:00:00Z');
  // openssl dgst -sha256 -hmac 'nyckel åäö' -binary | base64, over path, space and time.
  expect(
    authorizationValue('ABCD1234', 'nyckel åäö', '/service/hpa/user/register/ABCD1234/010180-9026?requestId=1', at),
  ).toBe('ABCD1234 2026-11-22T09:00:00.000Z rBbwZxhmd6avsIUpQ6YMhkba/RSIucdk+SFV7y4GWmM=');
});
