/** pg's own way to send a value, which its types leave out; a statement of ours is sent by it too. */
declare module 'pg/lib/utils' {
  export function prepareValue(value: unknown): string | Buffer | null;
}
