import { expect, test } from 'vitest';
import { signedHeaders } from './push.ts';

test('a push is signed as the reference vector of Standard Webhooks is', () => {
  // secret, id, time, body and signature of the standard's own libraries (standard-webhooks, MIT, read 2026-11-22)
  const headers = signedHeaders(
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    Temporal.Instant.fromEpochMilliseconds(1_614_265_330_000),
    '{"test": 2432232314}',
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  expect(headers['webhook-timestamp']).toBe('1614265330');
});
