import { expect, test } from 'vitest';
import { caseWorld, kokar, sottunga } from '../../../test/case-world.ts';
import { noRegisters } from '../../../test/no-registers.ts';
import { fileCase } from './file-case.ts';
import { caseOfDraft } from './submission.ts';

const world = caseWorld();
const { anna, siv } = world;
const at = (draft: string, seq = 3) => ({ authority: 'sottunga', service: 'forslag', draft, seq });

test('a draft that is sent becomes a case with a diary number, in the list of who sent it', async () => {
  const draft = await world.draft(anna);
  const scope = world.resident(anna);
  const filed = await fileCase(scope, at(draft), noRegisters);
  expect(filed).toMatchObject({ state: 'filed', case: caseOfDraft(draft) });
  const [row] = await world.db.sql<{ theirs: string; diary_number: string; body: object }>(
    `select c.diary_number, c.applicant_name, c.phase, c.seq, p.ball, p.diary_number as theirs, a.kind, a.body,
       d.filed_at is not null as emptied, d.answers
     from cases."case" c join cases.case_party p using (authority_id, case_id) join cases.action a using (authority_id, case_id)
     join services.draft d on d.draft_id = $2
     where c.case_id = $1`,
    [caseOfDraft(draft), draft],
  );
  const { year } = scope.now.toZonedDateTimeISO('Europe/Mariehamn');
  expect(row).toMatchObject({
    diary_number: expect.stringMatching(new RegExp(`^SOT ${year}-\\d{4}$`)),
    applicant_name: 'Anna Öhman',
    phase: 'received',
    seq: 1,
    ball: 'authority',
    kind: 'filed',
    emptied: true,
    answers: {},
  });
  expect(row?.theirs).toBe(row?.diary_number);
  expect(row?.body).toMatchObject({ by: { kind: 'person', party: anna.party }, basis: [{ kind: 'self' }] });
});

test('the person reads in their log that they sent it, and the event holds ids only', async () => {
  const draft = await world.draft(anna);
  await fileCase(world.resident(anna), at(draft), noRegisters);
  const lines = await world.db.sql(
    `select from kernel.audit_line where party_id = $1 and resource->>'case' = $2 and action = 'service.file'`,
    [anna.party, caseOfDraft(draft)],
  );
  expect(lines).toHaveLength(1);
  const [event] = await world.db.sql<{ body: object }>(
    `select body from kernel.outbox where kind = 'case.filed' and body->>'case' = $1`,
    [caseOfDraft(draft)],
  );
  expect(Object.keys(event?.body ?? {}).sort()).toEqual(['authorities', 'authority', 'case', 'parties', 'seq']);
});

test('a form that is sent twice makes one case and leads to the same receipt', async () => {
  const draft = await world.draft(anna);
  const once = await fileCase(world.resident(anna), at(draft), noRegisters);
  const twice = await fileCase(world.resident(anna), at(draft), noRegisters);
  expect(twice).toEqual(once);
});

test('a form that is sent eight times at once makes one case', async () => {
  const draft = await world.draft(anna);
  const all = await Promise.all(
    Array.from({ length: 8 }, () => fileCase(world.resident(anna), at(draft), noRegisters)),
  );
  expect(new Set(all.map((one) => one.state === 'filed' && one.case))).toEqual(new Set([caseOfDraft(draft)]));
  const [count] = await world.db.sql<{ n: number }>(`select count(*)::int as n from cases.action where case_id = $1`, [
    caseOfDraft(draft),
  ]);
  expect(count?.n).toBe(1);
});

test('numbers of the diary are given once each, whoever files at once', async () => {
  const drafts: string[] = [];
  for (let n = 0; n < 12; n++) drafts.push(await world.draft(anna, kokar));
  await Promise.all(
    drafts.map((draft) => fileCase(world.resident(anna), { ...at(draft), authority: 'kokar' }, noRegisters)),
  );
  const rows = await world.db.sql<{ diary_number: string; diary_ordinal: bigint }>(
    `select diary_number, diary_ordinal from cases."case" where authority_id <> $1 order by diary_ordinal`,
    [sottunga],
  );
  expect(new Set(rows.map((row) => row.diary_number)).size).toBe(12);
  expect(rows[0]?.diary_number).toMatch(/^KÖK \d{4}-0001$|^KOK \d{4}-0001$/);
});

test('a diary whose sequence is gone, as after a restore, goes on where it was', async () => {
  const before = await world.filed(anna);
  const [last] = await world.db.sql<{ n: bigint }>(
    `select max(diary_ordinal) as n from cases."case" where authority_id = $1`,
    [sottunga],
  );
  const [{ series } = { series: '' }] = await world.db.sql<{ series: string }>(
    `select 'cases.' || relname as series from pg_class where relkind = 'S' and relname like 'diary_${sottunga}_%'`,
  );
  await world.db.sql(`drop sequence ${series}`);
  const next = await world.filed(anna);
  expect(next.case).not.toBe(before.case);
  const [found] = await world.db.sql<{ n: bigint }>(`select diary_ordinal as n from cases."case" where case_id = $1`, [
    next.case,
  ]);
  expect(found?.n).toBe((last?.n ?? 0n) + 1n);
});

test('a draft where something is missing is shown again, and nothing is filed', async () => {
  const draft = await world.draft(anna, sottunga, { area: 'streets' });
  expect(await fileCase(world.resident(anna), at(draft), noRegisters)).toEqual({
    state: 'not-ready',
    page: 'suggestion',
  });
  expect(await world.db.sql(`select from cases."case" where case_id = $1`, [caseOfDraft(draft)])).toEqual([]);
});

test('a draft that was changed after its summary was shown is shown again', async () => {
  const draft = await world.draft(anna);
  expect(await fileCase(world.resident(anna), at(draft, 2), noRegisters)).toEqual({ state: 'not-ready', page: null });
});

test('the name of a protected person is kept nowhere in the case', async () => {
  const key = await world.filed(siv);
  const rows = await world.db.sql<{ text: string }>(
    `select to_jsonb(c)::text || (select jsonb_agg(to_jsonb(a))::text from cases.action a where a.case_id = c.case_id) as text
     from cases."case" c where c.case_id = $1 and c.protected`,
    [key.case],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.text).not.toContain('Hemlig');
});
