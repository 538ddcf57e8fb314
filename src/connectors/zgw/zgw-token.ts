import { createHmac } from 'node:crypto';

export type ZgwClient = { readonly id: string; readonly secret: string };

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The token that ZGW asks for: a JWT of the client's own, signed with HS256 and new for each page.
 * @param user who asks, for the other side's log: an id that says nothing about who it is
 */
export function zgwToken(client: ZgwClient, user: string, now: Temporal.Instant): string {
  const head = part({ alg: 'HS256', typ: 'JWT' });
  const claims = part({
    iss: client.id,
    client_id: client.id,
    iat: Math.floor(now.epochMilliseconds / 1000),
    user_id: user,
    user_representation: 'Allmänning',
  });
  const signature = createHmac('sha256', client.secret).update(`${head}.${claims}`).digest('base64url');
  return `${head}.${claims}.${signature}`;
}
