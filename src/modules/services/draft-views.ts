import type { FastifyRequest } from 'fastify';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { RegisteredPerson } from '../base-registers/index.ts';
import type { Authority } from '../directory/index.ts';
import { signersOf } from '../signing/index.ts';
import { wordsFor } from './adoption.ts';
import { type AsksCustody, askCustody, daysToSign } from './ask-custody.ts';
import { saidIn } from './ask-register.ts';
import { cameBackAt, type Waiting } from './cosigning.ts';
import { type Draft, pageOf } from './draft.ts';
import { replyDaysOf } from './facts.ts';
import { familyView, firstFilled, registeredPaths } from './family-view.ts';
import { errorsOf } from './fault-text.ts';
import type { DefinitionPage } from './format/definition.ts';
import { readable } from './format/readable.ts';
import type { OpenDraft } from './open-draft.ts';
import { pageErrors } from './page-errors.ts';
import type { FillProps } from './pages/fill.tsx';
import type { SummaryProps } from './pages/summary.tsx';
import type { WaitingProps } from './pages/waiting.tsx';
import type { Saved } from './save-page.ts';

/** A draft where it is filled in. */
export type At = OpenDraft & { readonly authority: Authority; readonly href: string };

export function isFromSummary(request: FastifyRequest): boolean {
  return (request.query as { readonly andra?: string }).andra === 'ja'; // its schema has checked it
}

export function fillOf(
  request: FastifyRequest,
  at: At,
  page: DefinitionPage,
  showErrors: boolean,
  asked?: SourceAnswer<RegisteredPerson>,
): FillProps {
  const { draft, adopted, evaluation, country } = at;
  const words = wordsFor(adopted, request.language);
  const place = evaluation.pages.indexOf(page.id);
  const before = evaluation.pages[place - 1];
  const fromSummary = isFromSummary(request);
  const faults = showErrors ? pageErrors(draft, evaluation, page) : [];
  const refused = (draft.typed.files ?? []).filter(({ field }) => page.fields.some(({ id }) => id === field));
  const errors = errorsOf(faults, refused, { definition: adopted.definition, words, country });
  const said = asked ? saidIn(asked, country) : null;
  // what somebody has emptied is not filled in again over their error
  const given = { ...(said && !showErrors && firstFilled(page, draft, said)), ...draft.answers };
  const answers = { ...given, ...calculated(page, evaluation.answers) };
  return {
    page,
    answers,
    visible: evaluation.visible,
    filling: {
      ...{ words, country, controls: draft.typed.controls ?? {}, errors, fileHref: `${at.href}/fil` },
      registered: registeredPaths(page, answers),
    },
    family: asked && familyView(page, answers, asked, said),
    seq: draft.seq,
    step: { current: place + 1, total: evaluation.pages.length + 1 },
    action: `${at.href}/${page.id}${fromSummary ? '?andra=ja' : ''}`,
    contact: at.authority.contact,
    backHref: fromSummary
      ? `${at.href}/sammanfattning`
      : before
        ? `${at.href}/${before}`
        : `/${at.authority.slug}/tjanster/${adopted.slug}`,
  };
}

function calculated(page: DefinitionPage, answers: Draft['answers']): Draft['answers'] {
  const own = page.fields.filter(({ value }) => value !== undefined).map(({ id }) => [id, answers[id]] as const);
  return Object.fromEntries(own);
}

/** The form as it was sent, and beside it what is saved now. */
export function staleOf(
  request: FastifyRequest,
  at: At,
  page: DefinitionPage,
  { open, shown, fields }: Extract<Saved, { kind: 'stale' }>,
): Partial<FillProps> {
  const words = wordsFor(open.adopted, request.language);
  const { country, evaluation } = open;
  const sections = readable(open.adopted.definition, evaluation.answers, {
    words,
    country,
    visible: evaluation.visible,
  });
  const rows = sections
    .filter((section) => section.page === page.id)
    .flatMap((section) =>
      section.rows
        .filter(({ path }) => fields.includes(path.split('.')[0] ?? path))
        .map(({ path, label, value }) => ({ label: path.includes('.') ? `${section.title}: ${label}` : label, value })),
    );
  return {
    answers: { ...shown.answers, ...calculated(page, evaluation.answers) },
    filling: {
      words,
      country,
      controls: shown.typed.controls ?? {},
      errors: [],
      fileHref: `${at.href}/fil`,
      registered: new Map(),
    },
    seq: open.draft.seq,
    stale: { rows, loadHref: `${at.href}/${page.id}` },
  };
}

export function summaryOf(request: FastifyRequest, at: At) {
  const { draft, adopted, evaluation, country, authority, href } = at;
  const words = wordsFor(adopted, request.language);
  const toMend = evaluation.pages.flatMap((id) => {
    const page = pageOf(adopted.definition, id);
    const ready =
      !page || pageErrors({ ...draft, typed: { ...draft.typed, fresh: [] } }, evaluation, page).length === 0;
    return ready ? [] : [{ href: `${href}/${id}?fel=ja&andra=ja`, title: words.of(`page.${id}`) }];
  });
  return {
    title: words.of('title'),
    authorityName: authority.name,
    contact: authority.contact,
    replyDays: replyDaysOf(adopted, at.today),
    sections: readable(adopted.definition, evaluation.answers, { words, country, visible: evaluation.visible }),
    toMend,
    back: cameBackAt(draft.cosigning, request.scope.now),
    steps: evaluation.pages.length + 1,
    seq: draft.seq,
    draftHref: href,
    backHref: `${href}/${evaluation.pages.at(-1)}`,
  };
}

export async function cosignersOf(
  { scope }: FastifyRequest,
  { adopted, evaluation }: At,
  parts: AsksCustody,
): Promise<SummaryProps['cosigners']> {
  const found = await askCustody(scope, parts, adopted, evaluation);
  return (
    found && {
      names: found.signers.map(({ name }) => name),
      days: daysToSign(adopted.definition),
      isChecked: found.children.every((said) => said === 'alone' || said === 'shared'),
    }
  );
}

export async function waitingOf(
  request: FastifyRequest,
  at: At,
  { signing, deadline }: Waiting,
): Promise<WaitingProps> {
  const { adopted, authority, country, href } = at;
  const signers = await signersOf(request.scope, signing);
  return {
    ...{ title: wordsFor(adopted, request.language).of('title'), authorityName: authority.name, signers },
    // the deadline is the first moment after the last day
    lastDay: dateIn(country, Temporal.Instant.from(deadline).subtract({ seconds: 1 })),
    zone: country === 'AX' ? 'Europe/Mariehamn' : 'Europe/Stockholm',
    signingHref: `/mina-sidor/signera/${signing}`,
    draftHref: href,
  };
}
