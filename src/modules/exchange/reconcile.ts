import type { RemoteFile } from './delivery.ts';

export type Ours = { readonly name: string; readonly size: number; readonly sha256: string };

/** `missing`: we delivered it and it is not there. `other`: what is there is not what we sent. `strange`: not from us. */
export type Difference = { readonly name: string; readonly kind: 'missing' | 'other' | 'strange' };

export type Reconciled = { readonly agreed: number; readonly differences: readonly Difference[] };

/** What we think that they have against what they have. Unfinished ones of ours, whose names begin with a dot, are none. */
export function reconcile(ours: readonly Ours[], theirs: readonly RemoteFile[]): Reconciled {
  const there = new Map(theirs.map((file) => [file.name, file]));
  const differences: Difference[] = [];
  let agreed = 0;
  for (const { name, size, sha256 } of ours) {
    const found = there.get(name);
    if (!found) differences.push({ name, kind: 'missing' });
    else if (found.size !== size || (found.sha256 ?? sha256) !== sha256) differences.push({ name, kind: 'other' });
    else agreed++;
  }
  const known = new Set(ours.map(({ name }) => name));
  for (const { name } of theirs)
    if (!known.has(name) && !name.startsWith('.')) differences.push({ name, kind: 'strange' });
  return { agreed, differences };
}
