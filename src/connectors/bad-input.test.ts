import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator, testPerson } from '../../test/simulators.ts';
import type { Identifier, PersonNumber } from '../kernel/identifiers/identifier.ts';
import { parseWritten } from '../kernel/identifiers/parse.ts';
import { type AuthorityId, newId, type PartyId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/scope.ts';
import { kundhandelserSource } from './kundhandelser/index.ts';
import { minaOmbud } from './mina-ombud/index.ts';
import { companyRegister } from './registers-http/index.ts';
import { suomiFi } from './suomi-fi/index.ts';
import { zgwSource } from './zgw/index.ts';

// Every kind of bad input, and what each kind of source does with it. Mandates of this house are decided by rows of
// src/modules/mandates/decide-for-another.cases.json; the three base registers are read by the same code.

const kinds = [
  'forged',
  'altered',
  'used before',
  'contradicting itself',
  'on a wrong clock',
  'by other clocks than agreed',
  'too large',
  'about another person',
  'of an unknown type',
  'late',
] as const;
type Kind = (typeof kinds)[number];

/** How it went: the fault of the whole, or what was left out, or told, while the rest was used. */
type Does = string;
const unsigned = 'unsigned: only the connection vouches for it';
const undated = 'undated: asked anew each time, and never kept';

const table: Readonly<Record<string, Readonly<Record<Kind, Does>>>> = {
  'a base register': {
    forged: unsigned,
    altered: unsigned,
    'used before': 'shown with its day',
    'contradicting itself': 'read as it stands; base-registers holds it against itself before anybody uses it',
    'on a wrong clock': 'failed: contradictory',
    'by other clocks than agreed': 'a moment is a moment in any offset',
    'too large': 'failed: too-large',
    'about another person': 'failed: about-another',
    'of an unknown type': 'failed: unknown-type',
    late: 'failed: slow',
  },
  'Mina ombud': {
    forged: 'failed: forged',
    altered: 'failed: forged',
    'used before': 'failed: outdated',
    'contradicting itself': 'failed: contradictory',
    'on a wrong clock': 'failed: outdated',
    'by other clocks than agreed': 'a moment is a moment in any offset',
    'too large': 'failed: too-large',
    'about another person': 'failed: about-another',
    'of an unknown type': 'failed: unknown-type',
    late: 'failed: slow',
  },
  'Suomi.fi': {
    forged: unsigned,
    altered: unsigned,
    'used before': undated,
    'contradicting itself': 'yes or no, which can not',
    'on a wrong clock': undated,
    'by other clocks than agreed': undated,
    'too large': 'failed: too-large',
    'about another person': 'yes or no to the address that was asked',
    'of an unknown type': 'failed: unknown-type',
    late: 'failed: slow',
  },
  'Mina ärenden': {
    forged: unsigned,
    altered: unsigned,
    'used before': undated,
    'contradicting itself': 'failed: contradictory',
    'on a wrong clock': 'left out: misdated, of Transportstyrelsen',
    'by other clocks than agreed': 'told: misdated',
    'too large': 'failed: too-large',
    'about another person': 'failed: about-another',
    'of an unknown type': 'left out: unknown-type, of Transportstyrelsen',
    late: 'failed: slow',
  },
  ZGW: {
    forged: unsigned,
    altered: unsigned,
    'used before': undated,
    'contradicting itself': 'failed: contradictory',
    'on a wrong clock': 'failed: misdated',
    'by other clocks than agreed': 'failed: broken',
    'too large': 'failed: too-large',
    'about another person': 'failed: about-another',
    'of an unknown type': 'failed: unknown-type',
    late: 'failed: slow',
  },
};

/** How the simulators are told to be so. */
const modes: Readonly<Record<Kind, string>> = {
  forged: 'stranger',
  altered: 'altered',
  'used before': 'outdated',
  'contradicting itself': 'contradictory',
  'on a wrong clock': 'ahead',
  'by other clocks than agreed': 'wrong-offset',
  'too large': 'too-large',
  'about another person': 'another',
  'of an unknown type': 'unknown-type',
  late: 'slow',
};

const today = Temporal.PlainDate.from('2026-11-22');
const identifier = (number: string) => parseWritten(number, today) as Identifier;
const erik = newId<PartyId>();
// The connectors look at no more of a scope than this.
const scope = () =>
  ({ actor: { kind: 'person', party: erik }, language: 'sv', now: Temporal.Now.instant() }) as unknown as Scope;
const numberOf = async () => testPerson('erik').number;
const name = { sv: 'Källan', fi: 'Lähde', en: 'The source' };
const authority = 7_522_281 as AuthorityId;
const told = () => undefined;

let running: {
  readonly company: Simulator<'company-register'>;
  readonly mandates: Simulator<'mandate-registers'>;
  readonly mina: Simulator<'kundhandelser'>;
  readonly zgw: Simulator<'zgw'>;
};
beforeAll(async () => {
  const [company, mandates, mina, zgw] = await Promise.all([
    startSimulator('company-register'),
    startSimulator('mandate-registers'),
    startSimulator('kundhandelser', { API_KEY: 'k' }),
    startSimulator('zgw', { CLIENT_ID: 'a', CLIENT_SECRET: 's' }),
  ]);
  running = { company, mandates, mina, zgw };
});
afterAll(() => Promise.all(Object.values(running).map((one) => one.stop())));

async function behave(url: string, how: object): Promise<void> {
  const body = JSON.stringify({ delayMs: 60_000, ...how });
  const { status } = await fetch(new URL('/control', url).href, { method: 'POST', body });
  expect(status).toBe(200);
}

type Answer = { readonly state: string; readonly fault?: string; readonly value?: unknown };
/** Asks a source that has been told to be so. @param patience milliseconds */
const asks: Readonly<Record<string, (mode: string, patience: number) => Promise<Answer>>> = {
  async 'a base register'(mode, patience) {
    const { url } = running.company;
    const asOf = Temporal.Now.instant().add({ hours: 1 }).toString();
    await behave(url, mode === 'ahead' ? { mode: 'ok', asOf } : { mode });
    return companyRegister(url, patience).organisation('9900001-8');
  },
  async 'Mina ombud'(mode, patience) {
    const { url } = running.mandates;
    await behave(url, { register: 'mina-ombud', mode });
    return minaOmbud({
      ...{ url: `${url}/dfm/formedlare/v2`, service: 'allmanning', client: { id: 'allmanning', secret: 'test' } },
      tokenUrl: `${url}/auth/realms/dfm/protocol/openid-connect/token`,
      ...{ authorities: [{ authority, number: '0007522281' }], told, patience },
    }).rightsOf(identifier('194102289842') as PersonNumber);
  },
  async 'Suomi.fi'(mode, patience) {
    const { url } = running.mandates;
    await behave(url, { register: 'suomi-fi', mode });
    return suomiFi({
      ...{ url, client: { id: 'allmanni', webKey: 'web', restKey: 'rest', oauthPassword: 'oauth' }, told, patience },
      authorities: [{ authority, theme: 'https://teman.example.fi/kommunens-tjanster/766' }],
    }).rightsBetween(identifier('080803A905K') as PersonNumber, identifier('030341-958U'), [authority], null);
  },
  async 'Mina ärenden'(mode, patience) {
    const { url } = running.mina;
    await behave(url, { mode });
    const askerOf = async () => ({ scope: scope(), party: erik });
    return kundhandelserSource({ ...{ id: 'kundhandelser', name, url, key: 'k', numberOf }, askerOf }).cases(
      scope(),
      erik,
      { signal: AbortSignal.timeout(patience) },
    );
  },
  async ZGW(mode, patience) {
    const { url } = running.zgw;
    await behave(url, { mode });
    return zgwSource({
      ...{ id: 'zgw', name, authority: 'Grannkommunen', url, client: { id: 'a', secret: 's' }, numberOf },
    }).cases(scope(), erik, { signal: AbortSignal.timeout(patience) });
  },
};

function inWords({ state, fault, value }: Answer): Does {
  if (state === 'failed') return `failed: ${fault}`;
  const { missing = [], odd = [] } = (value ?? {}) as { missing?: string[]; odd?: string[] };
  if (missing.length > 0) return `left out: ${odd.join()}, of ${missing.join()}`;
  return odd.length > 0 ? `told: ${odd.join()}` : state;
}

/** What the protocol can not bring, or what is no fault in it, is said in other words. */
const isShown = (does: Does) => /^(failed|left out|told): /.test(does);

describe.each(Object.entries(table))('%s', (source, does) => {
  const shown = kinds.filter((kind) => isShown(does[kind]));
  test.each(shown.map((kind) => [kind, does[kind]] as const))('%s is answered as: %s', async (kind, expected) => {
    const ask = asks[source];
    const mode = source === 'Mina ombud' && kind === 'on a wrong clock' ? 'outdated' : modes[kind];
    const answer = await ask?.(mode, kind === 'late' ? 300 : 60_000);
    expect(answer && inWords(answer)).toBe(expected);
  });
});
