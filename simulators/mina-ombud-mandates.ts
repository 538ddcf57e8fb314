import { generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import canonicalize from 'canonicalize';
import type { Mode } from './mandate-behaviour.ts';
import list from './mandate-registers.json' with { type: 'json' };

export type MandateThere = Omit<(typeof list.minaOmbud)[number], 'giltigTom' | 'aterkallad'> & {
  readonly giltigTom: string | null;
  readonly aterkallad: string | null;
};

let mandates: readonly MandateThere[] = list.minaOmbud;
const keys = new Map<'own' | 'stranger', Promise<{ publicKey: KeyObject; privateKey: KeyObject }>>();

/** Made once, beside everything else: a start does not wait for it. */
export function keyOf(whose: 'own' | 'stranger') {
  const key = keys.get(whose) ?? promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  keys.set(whose, key);
  return key;
}

export function resetMinaOmbud(): void {
  mandates = list.minaOmbud;
}

/** All that are registered, those that are over included. */
export function mandatesThere(): readonly MandateThere[] {
  return mandates;
}

/** Those that hold now. */
export function validThere(): readonly MandateThere[] {
  const today = new Date().toISOString().slice(0, 10);
  return mandates.filter(
    ({ aterkallad, giltigFrom, giltigTom }) =>
      aterkallad === null && giltigFrom <= today && (giltigTom === null || giltigTom >= today),
  );
}

/** Revokes one, by its id. @returns whether it was there */
export function revokeAtMinaOmbud(id: string): boolean {
  const found = mandates.some((one) => one.id === id && one.aterkallad === null);
  mandates = mandates.map((one) => (one.id === id ? { ...one, aterkallad: new Date().toISOString() } : one));
  return found;
}

export function typOf(id: string): string {
  if (id.length === 10) return 'orgnr';
  return Number(id.slice(6, 8)) > 60 ? 'samnr' : 'pnr';
}

/** When the answer was made; an hour ago when it is to be one that has been used before. */
export function momentOf(mode: Mode): string {
  return new Date(Date.now() - (mode === 'outdated' ? 3_600_000 : 0)).toISOString();
}

/** @param altered what stands in it after it was signed, when it is to be changed */
export async function signed<T extends object>(value: T, mode: Mode, altered: Partial<T>): Promise<object> {
  const { privateKey } = await keyOf(mode === 'stranger' ? 'stranger' : 'own');
  const head = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'simulator-1', b64: false, crit: ['b64'] }));
  const header = head.toString('base64url');
  const signature = sign('RSA-SHA256', Buffer.from(`${header}.${canonicalize(value)}`, 'utf8'), privateKey);
  const whole = { ...value, _sig: { protected: header, signature: signature.toString('base64url') } };
  return mode === 'altered' ? { ...whole, ...altered } : whole;
}
