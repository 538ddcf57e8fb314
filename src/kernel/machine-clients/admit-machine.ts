import type { MakeScope, Scope } from '../scope.ts';
import { hashToken } from '../secrets.ts';
import { findByKey, type MachineClient, type MachineRight } from './store.ts';

export type Admitted = { readonly client: MachineClient; readonly scope: Scope };

/**
 * Lets another system in by its key, behind the authority that gave it and nothing else.
 * @returns null for a key that is unknown, ended or too old, or that lacks the right: all look the same
 */
export async function admitMachine(
  makeScope: MakeScope,
  key: unknown,
  right: MachineRight,
  requestId: string,
): Promise<Admitted | null> {
  if (typeof key !== 'string' || key.length < 20 || key.length > 200) return null;
  const nobody = makeScope({
    actor: { kind: 'anonymous' },
    room: 'official',
    fence: { authorities: [], parties: [] },
    requestId,
  });
  const client = await nobody.read((tx) => findByKey(tx, hashToken(key), nobody.now));
  if (!client?.rights.includes(right)) return null;
  const authorities = [client.authority];
  const scope = makeScope({
    actor: { kind: 'machine', client: client.name, authorities },
    room: 'official',
    fence: { authorities, parties: [] },
    requestId,
  });
  return { client, scope };
}
