import { describe, expect, test } from 'vitest';
import type { Task } from '../../kernel/authority.ts';
import type { AgreementId, AuthorityId } from '../../kernel/ids.ts';
import { type Agreement, authoritiesCovered, providersFor } from './agreement.ts';

const day = Temporal.PlainDate.from;
const office = 9000003 as AuthorityId;
const [sottunga, kokar, foglo] = [2480766, 2480318, 2480062] as AuthorityId[] as [
  AuthorityId,
  AuthorityId,
  AuthorityId,
];

function member(authority: AuthorityId, from = '2025-01-01', to: string | null = null) {
  return { authority, from: day(from), to: to === null ? null : day(to) };
}

function agreement(of: Partial<Agreement> = {}): Agreement {
  return {
    id: 'a' as AgreementId,
    provider: office,
    title: 'Gemensamt kansli',
    tasks: ['child-care', 'dialogue'],
    from: day('2025-01-01'),
    to: null,
    source: 'made up for this test',
    members: [member(sottunga), member(kokar, '2025-07-01'), member(foglo, '2025-01-01', '2026-06-30')],
    ...of,
  };
}

describe('for whom the joint office does it', () => {
  test.each<[string, Task, string, readonly AuthorityId[], Partial<Agreement>]>([
    ['from the first day', 'child-care', '2025-01-01', [foglo, sottunga], {}],
    ['nobody the day before', 'child-care', '2024-12-31', [], {}],
    ['a member that came later, from its own day', 'child-care', '2025-07-01', [foglo, kokar, sottunga], {}],
    ['a member that leaves, to its last day', 'child-care', '2026-06-30', [foglo, kokar, sottunga], {}],
    ['and not the day after', 'child-care', '2026-07-01', [kokar, sottunga], {}],
    ['nobody for a task that is not in it', 'payroll', '2025-08-01', [], {}],
    [
      'all to the last day of the agreement',
      'dialogue',
      '2025-12-31',
      [foglo, kokar, sottunga],
      { to: day('2025-12-31') },
    ],
    ['nobody after it, though they never left', 'dialogue', '2026-01-01', [], { to: day('2025-12-31') }],
    ['never itself', 'dialogue', '2025-08-01', [sottunga], { members: [member(sottunga), member(office)] }],
    ['nobody when somebody else does it', 'dialogue', '2025-08-01', [], { provider: sottunga }],
  ])('%s', (_what, task, on, expected, of) => {
    const covered = authoritiesCovered([agreement(of)], office, task, day(on));
    expect(covered.map((one) => one.authority).sort()).toEqual([...expected].sort());
  });

  test('one who is covered twice is named once, by the first agreement', () => {
    const again = agreement({ id: 'b' as AgreementId, members: [member(sottunga)] });
    const covered = authoritiesCovered([agreement(), again], office, 'dialogue', day('2025-02-01'));
    expect(covered.filter((one) => one.authority === sottunga)).toEqual([{ authority: sottunga, agreement: 'a' }]);
  });

  test('a member finds who does it for them, and nobody when nobody does', () => {
    const ids = (authority: AuthorityId, task: Task) =>
      providersFor([agreement()], authority, task, day('2025-02-01')).map((one) => one.provider);
    expect(ids(sottunga, 'child-care')).toEqual([office]);
    expect(ids(kokar, 'child-care')).toEqual([]);
    expect(ids(sottunga, 'payroll')).toEqual([]);
  });
});
