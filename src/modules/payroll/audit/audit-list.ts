import { pipelined } from '../../../kernel/database/pipelined.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { agreementsOf, authoritiesByIds } from '../../directory/index.ts';
import { type PayHolder, payHolders } from '../../identity/index.ts';
import { mayRead } from '../may-read.ts';
import { answersGiven, factChanges, runActs, runSums } from '../store/audit.ts';
import { latestReports, loadTerms } from '../store/reports.ts';

/** What auditors of municipalities ask for of payroll. */
export const sections = ['rights', 'acts', 'master-data', 'errors', 'reconciliations'] as const;
export type Section = (typeof sections)[number];

/** A line of the list: ids, kinds and sums; employees by the employer's own number, nobody's pay. */
export type AuditRow = {
  readonly section: Section;
  readonly at: Temporal.Instant;
  readonly who: string | null;
  readonly what: string;
  readonly about: string;
  readonly detail: string;
};

/**
 * The auditor's list of an employer's payroll: who may and who has, what was changed by hand, what was found and how it
 * was answered, and whether what was made of the ledger is what it holds. Read only.
 */
export async function auditList(
  scope: Scope,
  authority: AuthorityId,
  since: Temporal.Instant,
): Promise<readonly AuditRow[]> {
  await mayRead(scope, authority);
  const [holders, agreed] = await Promise.all([payHolders(scope, authority), agreedRows(scope, authority)]);
  const [changes, acts, answers, sums, terms, reports] = await scope.read((tx) =>
    pipelined([
      factChanges(tx, authority, since),
      runActs(tx, authority, since),
      answersGiven(tx, authority, since),
      runSums(tx, authority, since),
      loadTerms(tx, authority, 100),
      latestReports(tx, authority, 200),
    ]),
  );
  const nameOf = new Map(holders.map(({ party, name }) => [party, name]));
  const isLate = (at: Temporal.Instant) => Temporal.Instant.compare(at, since) >= 0;
  return [
    ...holders.map(holderRow),
    ...agreed,
    ...acts.map(
      ({ at, byName, kind, month }): AuditRow => row('acts', at, byName, `run.${kind}`, month.slice(0, 7), ''),
    ),
    ...reports
      .filter(({ askedAt }) => isLate(askedAt))
      .map(({ askedAt, askedByName, kind, period, version, state }) =>
        row('acts', askedAt, askedByName, `report.${kind}`, period.slice(0, 7), `${version} ${state}`),
      ),
    ...changes.map(({ at, by, number, kind, from, source, change }) =>
      row('master-data', at, by && (nameOf.get(by) ?? null), `${kind} ${change}`, number, `${from} ${source}`),
    ),
    ...terms
      .filter(({ at }) => isLate(at))
      .map(({ at, byName, seq }) => row('master-data', at, byName, 'report-terms', '', String(seq))),
    ...answers.map(({ at, byName, number, kind, answer, note }) =>
      row('errors', at, byName, `${kind} ${answer}`, number, note),
    ),
    ...sums.map(({ at, month, people, net, payments, open }) =>
      row(
        'reconciliations',
        ...([at, null, net === payments ? 'agrees' : 'differs', month.slice(0, 7)] as const),
        `${people} · ${net} · ${payments ?? '–'} · ${open}`,
      ),
    ),
  ];
}

/** Offices that handle pay for the employer by agreement. */
async function agreedRows(scope: Scope, authority: AuthorityId): Promise<readonly AuditRow[]> {
  const agreements = (await agreementsOf(scope, authority)).filter(
    ({ tasks, members }) => tasks.includes('payroll') && members.some((member) => member.authority === authority),
  );
  const names = await authoritiesByIds(
    scope,
    agreements.map(({ provider }) => provider),
  );
  return agreements.map(({ provider, title, from, tasks }) => {
    const who = names.get(provider)?.name ?? null;
    return row('rights', from.toZonedDateTime('UTC').toInstant(), who, tasks.join(' '), '', title);
  });
}

function holderRow({ name, tasks, givenAt, from }: PayHolder): AuditRow {
  return row('rights', givenAt, name, tasks.join(' '), '', from.toString());
}

function row(
  section: Section,
  at: Temporal.Instant,
  who: string | null,
  what: string,
  about: string,
  detail: string,
): AuditRow {
  return { section, at, who, what, about, detail };
}
