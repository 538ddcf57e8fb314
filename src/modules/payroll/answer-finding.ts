import type { AuthorityId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { loadEmployee } from './store/facts.ts';
import { type FoundRow, findingsOn, insertAnswer, openFindings } from './store/findings.ts';
import { loadRun } from './store/run.ts';

/**
 * An officer's word on what was found: it is right, or it is not to be paid. It holds while the finding is the same.
 * @throws Refusal not-allowed for one's own pay, conflict when the run is past it
 */
export async function answerFinding(
  scope: Scope,
  key: { readonly authority: AuthorityId; readonly run: string; readonly employee: string; readonly kind: string },
  said: { readonly answer: 'accepted' | 'held'; readonly note: string },
): Promise<void> {
  const { authority, run, employee, kind } = key;
  const [found, person, findings] = await scope.read((tx) =>
    Promise.all([
      loadRun(tx, authority, run),
      loadEmployee(tx, authority, employee),
      findingsOn(tx, authority, run, employee),
    ]),
  );
  const finding = findings.find((one) => one.kind === kind);
  if (!found || !person || !finding) throw new Refusal('not-found', 'payroll.run.not-found');
  await permit(scope, 'payroll.run', { authority, task: 'payroll', parties: person.party ? [person.party] : [] });
  if (found.state !== 'calculated') throw new Refusal('conflict', 'payroll.run.not-checked');
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  await scope.write((tx) =>
    insertAnswer(tx, {
      ...{ authority, run, employee, kind, digest: finding.digest, ...said },
      ...{ by: actor.party, byName: actor.name, at: scope.now },
    }),
  );
}

const AT_ONCE = 1000;

/** What is left to say of a run, by number and not by name; the most dangerous first. */
export async function leftToAnswer(
  scope: Scope,
  { authority, run }: { readonly authority: AuthorityId; readonly run: string },
): Promise<readonly Pick<FoundRow, 'employee' | 'kind' | 'risk'>[]> {
  await permit(scope, 'payroll.run', { authority, task: 'payroll' });
  const left = await scope.read((tx) => openFindings(tx, authority, run, { from: 5, to: 9 }, AT_ONCE));
  return left.map(({ employee, kind, risk }) => ({ employee, kind, risk }));
}
