export const TRANSACTION_IS_ABORTED = '25P02';

/**
 * Statements that do not need each other's answers, sent together. As `Promise.all`, but when one fails it is that one's
 * error that is thrown, and not one of those that only tell that the transaction has failed already: these can reach
 * their promises first.
 */
export async function pipelined<const T extends readonly unknown[]>(
  statements: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const outcomes = await Promise.allSettled(statements);
  const failed = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
  if (failed.length > 0) {
    throw failed.find((error) => (error as { code?: unknown }).code !== TRANSACTION_IS_ABORTED) ?? failed[0];
  }
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined)) as unknown as T; // none failed
}
