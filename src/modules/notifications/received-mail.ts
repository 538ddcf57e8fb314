import { Type } from 'typebox';
import { Value } from 'typebox/value';

const ReceivedMails = Type.Array(
  Type.Object({
    at: Type.String(),
    to: Type.Array(Type.String()),
    messageId: Type.String(),
    subject: Type.String(),
    text: Type.String(),
  }),
);

/** A mail as the development environment's mail server has received it. */
export type ReceivedMail = Type.Static<typeof ReceivedMails>[number];

const PATIENCE_MS = 2_000;

/**
 * @param server the address (http) where that mail server shows its mail
 * @returns newest first; null when it does not answer
 */
export async function receivedMail(server: string): Promise<ReceivedMail[] | null> {
  try {
    const response = await fetch(new URL('/messages', server), { signal: AbortSignal.timeout(PATIENCE_MS) });
    return Value.Parse(ReceivedMails, await response.json()).reverse();
  } catch {
    return null;
  }
}
