import { expect, test } from 'vitest';
import { classify } from './classify.ts';

const gone = { responseCode: 550, response: '550 5.1.1 <anna@example.org> is not known here', command: 'RCPT TO' };

test.each([
  ['an address that is not known', gone, false, 'refused', '550 5.1.1'],
  [
    'a mail that is refused when read',
    { responseCode: 554, response: '554 no', command: 'DATA' },
    true,
    'refused',
    '554',
  ],
  ['greylisting', { responseCode: 451, response: '451 4.7.1 later', command: 'RCPT TO' }, false, 'later', '451 4.7.1'],
  ['a full disk after the mail', { responseCode: 452, response: '452 full', command: 'DATA' }, true, 'later', '452'],
  [
    'a wrong password of ours',
    { responseCode: 535, response: '535 5.7.8 no', command: 'AUTH' },
    false,
    'later',
    '535 5.7.8',
  ],
  ['a server that is down', { code: 'ESOCKET', command: 'CONN' }, false, 'later', 'ESOCKET'],
  ['silence after the mail', { code: 'ETIMEDOUT', command: 'CONN' }, true, 'unknown', 'ETIMEDOUT'],
  ['a connection lost in the mail', { code: 'ECONNECTION', command: 'CONN' }, true, 'unknown', 'ECONNECTION'],
  ['an answer nobody understands', { code: 'EPROTOCOL', responseCode: 354 }, true, 'unknown', 'EPROTOCOL'],
] as const)('%s is told as it is, without the address', (_name, failure, handedOver, outcome, detail) => {
  expect(classify(failure, handedOver)).toEqual({ outcome, detail });
});
