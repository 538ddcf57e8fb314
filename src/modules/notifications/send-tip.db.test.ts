import { expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { type AuthorityId, type EventId, newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Mail, MailOutcome, MailTransport } from './mail-transport.ts';
import { tipSender } from './send-tip.ts';
import { loadTroubledTips } from './store.ts';
import type { Tip } from './tip.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    'test.message-came': { readonly message: string };
  }
}

const sottunga = 2480766 as AuthorityId;
const db = database();

function scope(): Scope {
  return db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [sottunga], parties: [] },
  });
}

function newTip(): Tip {
  return {
    tip: newId<EventId>(),
    authority: sottunga,
    channel: 'email',
    kind: 'new-message',
    address: 'anna@example.org',
    language: 'sv',
    senderName: 'Sottunga kommun',
    event: { kind: 'test.message-came', authorities: [sottunga], parties: [], message: newId() },
  };
}

/** A mail server that answers what it is told to, in order, and keeps what it was given. */
function scripted(...outcomes: (MailOutcome['outcome'] | 'killed')[]) {
  const sent: Mail[] = [];
  const mail: MailTransport = {
    async send(one) {
      sent.push(one);
      const outcome = outcomes.shift();
      if (outcome === undefined || outcome === 'killed') throw new Error('killed');
      return { outcome, detail: 'test' };
    },
  };
  return { sent, send: tipSender(mail, { baseUrl: 'https://allmanning.example' }) };
}

async function ledger(tip: Tip): Promise<unknown[]> {
  return db.sql('select number, outcome from notifications.attempt where tip_id = $1 order by number', [tip.tip]);
}

test('an accepted tip is sent once, also when the job runs again', async () => {
  const tip = newTip();
  const { sent, send } = scripted('accepted');
  expect(await send(scope(), tip)).toBe('accepted');
  expect(await send(scope(), tip)).toBe('accepted');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.messageId).toBe(`${tip.tip}@allmanning.example`);
  expect(await ledger(tip)).toEqual([{ number: 1, outcome: 'accepted' }]);
});

test('a refused tip is not tried again', async () => {
  const tip = newTip();
  const { sent, send } = scripted('refused');
  expect(await send(scope(), tip)).toBe('refused');
  expect(await send(scope(), tip)).toBe('refused');
  expect(sent).toHaveLength(1);
});

test('a tip that is put off asks its job to try again, as often as it takes', async () => {
  const tip = newTip();
  const { sent, send } = scripted('later', 'later', 'later', 'accepted');
  for (let n = 0; n < 3; n++) await expect(send(scope(), tip)).rejects.toThrow('notifications.tip.later');
  expect(await send(scope(), tip)).toBe('accepted');
  expect(sent).toHaveLength(4);
});

test('a tip of unknown outcome is tried once more, and then left to the operator', async () => {
  const tip = newTip();
  const { sent, send } = scripted('unknown', 'unknown', 'accepted');
  await expect(send(scope(), tip)).rejects.toThrow('notifications.tip.unknown');
  expect(await send(scope(), tip)).toBe('unknown');
  expect(await send(scope(), tip)).toBe('unknown');
  expect(sent).toHaveLength(2);
});

test('a process killed between the attempt and its outcome leaves an attempt behind, and two are the most', async () => {
  const tip = newTip();
  const { sent, send } = scripted('killed', 'killed', 'accepted');
  await expect(send(scope(), tip)).rejects.toThrow('killed');
  expect(await ledger(tip)).toEqual([{ number: 1, outcome: null }]);
  await expect(send(scope(), tip)).rejects.toThrow('killed');
  expect(await send(scope(), tip)).toBe('unknown');
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
});

test('of two jobs that send the same tip at once, no more than two mails come', async () => {
  const tip = newTip();
  const { sent, send } = scripted('accepted', 'accepted', 'accepted');
  const results = await Promise.allSettled([send(scope(), tip), send(scope(), tip), send(scope(), tip)]);
  expect(sent.length).toBeLessThanOrEqual(2);
  for (const result of results) {
    if (result.status === 'rejected') expect(isRefusal(result.reason)).toBe(true);
  }
});

test('the database keeps neither the address nor what the server said of it', async () => {
  const tip = newTip();
  await scripted('refused').send(scope(), tip);
  const rows = await db.sql(
    'select t::text || a::text as text from notifications.tip t join notifications.attempt a using (tip_id)',
  );
  expect(JSON.stringify(rows)).not.toContain('anna');
});

test('the operator sees what was refused or is unknown, of every authority, and not what was accepted', async () => {
  const [taken, refused] = [newTip(), newTip()];
  await scripted('accepted').send(scope(), taken);
  await scripted('refused').send(scope(), refused);
  const operator = db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'official',
    fence: { authorities: [], parties: [] },
  });
  const later = Temporal.Now.instant().add({ minutes: 1 });
  const seen = (await operator.read((tx) => loadTroubledTips(tx, later, 200))).map(({ tip }) => tip);
  expect(seen).toContain(refused.tip);
  expect(seen).not.toContain(taken.tip);
});

test("another authority's scope finds none of the tips and can add none", async () => {
  const tip = newTip();
  await scripted('refused').send(scope(), tip);
  const other = db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [2480035 as AuthorityId], parties: [] },
  });
  const rows = await other.read((tx) => tx.selectFrom('notifications.attempt').select('number').execute());
  expect(rows).toEqual([]);
  await expect(scripted('accepted').send(other, newTip())).rejects.toThrow('row-level security');
});
