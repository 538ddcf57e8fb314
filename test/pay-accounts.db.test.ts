import { beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { RoleGrant } from '../src/kernel/authority.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelTexts } from '../src/kernel/http/refusal-texts.ts';
import { derivedId, type PartyId } from '../src/kernel/ids.ts';
import { approve } from '../src/modules/approvals/index.ts';
import { accountSubscriptions, refusalTexts as paymentTexts } from '../src/modules/payments/index.ts';
import { payrollRoutes, refusalTexts } from '../src/modules/payroll/index.ts';
import { texts } from '../src/modules/payroll/texts/index.ts';
import { engine, payWorld, secrets, sottunga } from './pay-world.ts';

// A person's account as the right officers meet it: proposed by one, approved by another, and used after its waiting day.

const world = payWorld();
const person = `/lon/sottunga/person/${derivedId<string>('pay-world', 'aino')}`;
const { accounts: t } = texts.sv;
let app: App;

const grantOf = (who: string): RoleGrant => ({
  ...{ id: who, role: 'case-officer', employer: sottunga, authority: sottunga, unit: null, tasks: ['payroll'] },
  ...{ rights: [], agreement: null },
});
const partyOf = (who: string) => derivedId<PartyId>('pay-accounts', who);

beforeAll(async () => {
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async (who: string) => ({
        ...{ session: who, party: partyOf(who), name: who, assurance: 'high', language: 'sv', grants: [grantOf(who)] },
      }),
      ...{ makeScope: world.db.scopes, officialAssurance: 'high', healthPool: world.db.pools.resident },
      refusalTexts: { ...kernelTexts, ...refusalTexts, ...paymentTexts },
      routes: [(room: App) => payrollRoutes(room, { engine, secrets })],
    },
  );
});

async function propose(account: string) {
  const cookies: Record<string, string> = { session: 'lena' };
  const shown = await app.inject({ url: `${person}/vid-sidan-av`, cookies });
  for (const { name, value } of shown.cookies) cookies[name] = value;
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(shown.body)?.[1] ?? '';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const payload = new URLSearchParams({ account, _csrf }).toString();
  return app.inject({ method: 'POST', url: `${person}/konto`, cookies, headers, payload });
}

const shown = async () => (await app.inject({ url: '/lon/sottunga/konton', cookies: { session: 'lena' } })).body;

function officer(who: string) {
  return world.db.scopes({
    actor: {
      kind: 'official',
      party: partyOf(who),
      name: who,
      assurance: 'high',
      session: 's',
      grants: [grantOf(who)],
    },
    ...{ room: 'official', fence: { authorities: [sottunga], parties: [] } },
  });
}

/** By another officer; the proposer's own approval is refused. */
async function approved(): Promise<void> {
  const [asked] = await world.db.sql<{ request: never; digest: string }>(
    `select request_id as request, digest from approvals.request where state = 'open'`,
  );
  if (!asked) throw new Error('nothing was asked');
  const key = { authority: sottunga, ...asked };
  await expect(approve(officer('lena'), key)).rejects.toMatchObject({ key: 'approvals.own-proposal' });
  await approve(officer('lars'), key);
  await world.settle(accountSubscriptions);
}

test('an account is proposed, seen by a second pair of eyes, and one that replaces it waits its day', async () => {
  expect(await shown()).toContain(t.none);
  const wrong = await propose('FI2112345600000786');
  expect(wrong.statusCode).toBe(422);
  expect(await shown()).toContain(t.none);

  expect((await propose('FI2112345600000785')).headers.location).toBe('/lon/sottunga/konton');
  expect(await shown()).toContain(t.states.awaits);
  await approved();
  expect(await shown()).toContain(t.states.stands);

  expect((await propose('FI7433010001222090')).statusCode).toBe(303);
  await approved();
  const after = await shown();
  expect(after).toContain(t.states['waits-a-day']);
  expect(after).toContain(t.replaces);
  expect(after).not.toContain('FI7433010001222090');
});
