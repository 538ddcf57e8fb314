/** Somebody who can be sent a file. */
export type Destination = { readonly destination: string; readonly name: string };
