import type { Readable } from 'node:stream';
import type { FileStore } from '../../../kernel/files/index.ts';
import { type AuthorityId, isUuid, type MandateId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../../kernel/scope.ts';
import { isProtectedParty } from '../../identity/index.ts';
import { append } from '../append.ts';
import { ownMandate } from '../change-mandate.ts';
import type { Happened, Mandate } from '../mandate.ts';
import { keepRevocation, loadPaper, loadPaperOf, loadPapers, type Paper, type ScannedPaper } from '../store/papers.ts';
import { loadMandate, lockMandate } from '../store.ts';
import { PAPER_TASK } from './paper-subject.ts';
import { leaveLines } from './register-paper.ts';

const PAGE = 25;

/** A mandate from paper, with how it stands. */
export type KeptPaper = { readonly paper: Paper; readonly mandate: Mandate; readonly stream: readonly Happened[] };

export type PaperKey = { readonly authority: AuthorityId; readonly mandate: string };

/** The authorities for which an official takes in mandates; none for who has another task. */
export function officesOf({ actor }: Scope): readonly AuthorityId[] {
  if (actor.kind !== 'official') return [];
  const grants = actor.grants.filter(({ role, tasks }) => role === 'case-officer' && tasks.includes(PAPER_TASK));
  return [...new Set(grants.map(({ authority }) => authority))];
}

/**
 * What has been taken in, the latest first: what for and how it stands, nobody's name.
 * @throws Refusal not-allowed
 */
export async function listPapers(
  scope: Scope,
  before: string | undefined,
): Promise<{ readonly papers: readonly KeptPaper[]; readonly next: string | null }> {
  const permitted = await permit(scope, 'paper-mandate.read', { task: PAPER_TASK });
  const found = await scope.read((tx) => loadPapers(tx, officesOf(scope), placeIn(before), PAGE + 1));
  const papers = found.slice(0, PAGE);
  const last = found.length > PAGE ? papers.at(-1) : undefined;
  const there = scope.reaching(permitted, { parties: [...new Set(papers.flatMap(({ parties }) => parties))] });
  const known = await there.read((tx) => Promise.all(papers.map(({ mandate }) => loadMandate(tx, mandate))));
  return {
    papers: papers.flatMap((paper, index) => {
      const one = known[index];
      return one ? [{ paper, ...one }] : [];
    }),
    next: last ? `${last.registeredAt.toString()}_${last.mandate}` : null,
  };
}

function placeIn(before: string | undefined): { readonly at: Temporal.Instant; readonly mandate: string } | null {
  const [at = '', mandate = ''] = (before ?? '').split('_');
  if (!isUuid(mandate) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(at)) return null;
  return { at: Temporal.Instant.from(at), mandate };
}

type Opened = KeptPaper & { readonly permitted: Permit; readonly there: Scope };

/** @throws Refusal not-found, alike for one that is not there and one of another authority | not-allowed */
async function opened(
  scope: Scope,
  key: PaperKey,
  action: 'paper-mandate.read' | 'paper-mandate.revoke',
): Promise<Opened> {
  await permit(scope, action, { authority: key.authority, task: PAPER_TASK });
  const paper = isUuid(key.mandate) ? await scope.read((tx) => loadPaper(tx, key.authority, key.mandate)) : undefined;
  if (!paper) throw notFound();
  const { parties } = paper;
  const protections = await Promise.all(parties.map((party) => isProtectedParty(scope, party)));
  const asked = { authority: key.authority, task: PAPER_TASK, protected: protections.includes(true) };
  const permitted = await permit(scope, action, action === 'paper-mandate.read' ? asked : { ...asked, parties });
  const there = scope.reaching(permitted, { parties });
  const known = await there.read((tx) => loadMandate(tx, paper.mandate));
  if (!known) throw notFound();
  return { paper, permitted, there, ...known };
}

/**
 * One of them, with the names that are in it: whoever they are reads that it was opened.
 * @throws Refusal not-found | not-allowed
 */
export async function openPaper(scope: Scope, key: PaperKey): Promise<KeptPaper> {
  const { permitted, there, paper, ...known } = await opened(scope, key, 'paper-mandate.read');
  await there.write((tx) =>
    leaveLines(tx, there, permitted, key.authority, paper.parties, 'mandates.purpose.paper-read', paper.mandate),
  );
  return { paper, ...known };
}

export type Scan = { readonly paper: ScannedPaper; readonly content: Readable; readonly size: number };
export type Files = Pick<FileStore, 'open'>;

/** The scanned original, or what it was revoked by; for an official. @throws Refusal as `openPaper` */
export async function openScan(scope: Scope, files: Files, key: PaperKey, which: string): Promise<Scan> {
  return scanOf(files, (await openPaper(scope, key)).paper, which);
}

/** The same for who is a party to it. @throws Refusal not-found | not-allowed */
export async function openOwnScan(scope: Scope, files: Files, id: MandateId, which: string): Promise<Scan> {
  await ownMandate(scope, id);
  const paper = await scope.read((tx) => loadPaperOf(tx, id));
  if (!paper) throw notFound();
  return scanOf(files, paper, which);
}

async function scanOf(files: Files, { document, revocation }: Paper, which: string): Promise<Scan> {
  const paper = which === 'original' ? document : which === 'aterkallelse' ? revocation : null;
  if (!paper) throw notFound();
  const { stream, size } = await files.open(paper.file);
  return { paper, content: stream, size };
}

/**
 * Ends it at once, on the grantor's word on paper: from that instant every page, API and open session of the holder
 * refuses. One official is enough, since it only ever takes a right away.
 * @throws Refusal not-found | not-allowed | conflict when it is over
 */
export async function revokeOnPaper(scope: Scope, key: PaperKey, revocation: ScannedPaper): Promise<void> {
  const { paper, permitted, there } = await opened(scope, key, 'paper-mandate.revoke');
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const { authority, mandate: id, parties } = paper;
  await there.write(async (tx) => {
    await lockMandate(tx, id);
    const known = await loadMandate(tx, id);
    if (!known) throw notFound();
    const event = { kind: 'revoked-on-paper', by: actor.party, authority, document: revocation.file } as const;
    await append(tx, there, permitted.basis, known.mandate, [event]);
    await keepRevocation(tx, paper, revocation);
    await leaveLines(tx, there, permitted, authority, parties, 'mandates.purpose.paper-revoked', id);
  });
}

function notFound(): Refusal {
  return new Refusal('not-found', 'mandates.paper.not-found');
}
