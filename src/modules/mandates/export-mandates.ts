import type { DocumentModel } from '../../kernel/documents/index.ts';
import type { Language } from '../../kernel/texts.ts';
import { mandateRegisterLabels } from './elsewhere/labels.ts';
import type { ToldElsewhere } from './elsewhere/list-elsewhere.ts';
import type { ElsewhereRow } from './elsewhere/rows.ts';
import type { MandateRegisterName } from './facts.ts';
import type { InFull } from './in-full.ts';
import { listTexts } from './list-texts/index.ts';
import type { OwnRight, Representing } from './represented.ts';
import type { RightOver } from './store/register-rights.ts';
import { elsewhereTexts } from './texts/elsewhere.ts';
import { registerRightTexts } from './texts/register-rights.ts';

/** A cell that a spreadsheet would reckon with is made a text (CSV injection); quotes are doubled (RFC 4180). */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a register says: whom one may act for, or who may act for oneself. */
export type OtherRight = { readonly direction: 'mine' | 'over'; readonly name: string; readonly words: string };

export type Kept = {
  readonly mandates: readonly InFull[];
  readonly rights: readonly OtherRight[];
  /** What other registers of mandates hold. */
  readonly elsewhere: readonly ElsewhereRow[];
  /** Registers that could not be asked, or list nothing: what stands there is missing here. In words. */
  readonly unasked: readonly string[];
  readonly more: boolean;
};

/** For a spreadsheet: UTF-8 with its mark and semicolons, as Swedish and Finnish Excel read it. */
export function csvOf({ mandates, rights, elsewhere, unasked, more }: Kept, language: Language): string {
  const t = listTexts[language];
  const w = elsewhereTexts[language];
  const rows = mandates.map((one) => [
    ...[t.direction[one.direction], one.grantors.join(', '), one.holders.join(', '), one.subject],
    ...[one.may.join(' '), one.mayNot.join(' '), one.from, one.to, one.stateWords, one.sourceWords],
    ...[one.evidence ?? '', one.id],
  ]);
  const others = rights.map(({ direction, name, words }) => [t.register[direction], name, '', words]);
  const there = elsewhere.map((one) => {
    const names = one.others.join(', ');
    return [
      ...[t.direction[one.side], one.side === 'given' ? '' : names, one.side === 'given' ? names : '', one.title ?? ''],
      ...[one.scope.join(' '), '', one.days.map(({ from }) => from).join(', ')],
      ...[one.days.map(({ to }) => to ?? '').join(', '), [one.stateWords, one.why].filter(Boolean).join('. ')],
      ...[`${one.source}, ${w.checked} ${one.asOf}`, one.evidence.join(', '), one.references.join(', ')],
    ];
  });
  const told = [...unasked, ...(more ? [t.more] : [])].map((line) => [line]);
  const lines = [[...t.columns], ...rows, ...there, ...others, ...told];
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** For paper, or to be kept; reads as the pages do. */
export function documentOf(kept: Kept, now: Temporal.Instant, language: Language): DocumentModel {
  const { mandates, rights, elsewhere, unasked, more } = kept;
  const t = listTexts[language];
  const row = (label: string, value: string) => ({ label, value: value || '–' });
  return {
    ...{ language, title: t.file, sender: 'Allmänning', footer: t.file, createdAt: now },
    particulars: [row(t.day, now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate().toString())],
    blocks: [
      { kind: 'heading', level: 2, text: t.file },
      ...(mandates.length === 0 ? [{ kind: 'paragraph', text: t.empty } as const] : []),
      ...mandates.flatMap((one) => [
        { kind: 'heading', level: 3, text: `${t.direction[one.direction]}: ${one.title}` } as const,
        {
          kind: 'values',
          values: [
            row(t.labels.grantors, one.grantors.join(', ')),
            row(t.labels.holders, one.holders.join(', ')),
            row(t.labels.days, `${one.from} – ${one.to}`),
            row(t.labels.state, one.stateWords),
            row(t.labels.source, one.sourceWords),
            row(t.labels.evidence, one.evidence ?? ''),
          ],
        } as const,
        { kind: 'paragraph', text: t.labels.may } as const,
        { kind: 'list', items: one.may } as const,
        { kind: 'paragraph', text: t.labels.mayNot } as const,
        { kind: 'list', items: one.mayNot } as const,
      ]),
      ...elsewhere.flatMap((one) => [
        {
          kind: 'heading',
          level: 3,
          text: `${t.direction[one.side]}: ${one.title ?? one.others.join(', ')}`,
        } as const,
        { kind: 'values', values: elsewhereValues(one, language).map(([label, value]) => row(label, value)) } as const,
      ]),
      ...unasked.map((text) => ({ kind: 'paragraph', text }) as const),
      ...(rights.length > 0
        ? [
            { kind: 'heading', level: 2, text: t.register.title } as const,
            {
              kind: 'list',
              items: rights.map(({ direction, name, words }) => `${t.register[direction]}: ${name}, ${words}`),
            } as const,
          ]
        : []),
      ...(more ? [{ kind: 'fine-print', text: t.more } as const] : []),
    ],
  };
}

/** What is said of a mandate in another register, label by label. */
export function elsewhereValues(one: ElsewhereRow, language: Language): [label: string, value: string][] {
  const t = listTexts[language].labels;
  const w = elsewhereTexts[language];
  return [
    [one.side === 'given' ? t.holders : t.grantors, one.others.join(', ')],
    [w.scope, one.scope.join(' ')],
    [t.days, one.days.map(({ from, to }) => w.days(from, to)).join(', ') || w.daysUnknown],
    [t.state, [one.stateWords, one.why].filter(Boolean).join('. ')],
    [t.source, `${one.source}, ${w.checked} ${one.asOf}`],
    [w.reference, one.references.join(', ')],
    [t.evidence, one.evidence.join(', ')],
  ];
}

/** Whom a copy that leaves the house does not speak for: an empty list would say that there is nothing. */
export function unaskedIn(
  representing: Pick<Representing, 'silent' | 'silentElsewhere'> | null,
  told: readonly ToldElsewhere[],
  language: Language,
): string[] {
  const w = elsewhereTexts[language];
  const r = registerRightTexts[language];
  const label = (name: MandateRegisterName) => mandateRegisterLabels[name][language];
  const silent = told.flatMap(({ register, state }) => (state === 'silent' ? [register] : []));
  const listless = told.flatMap(({ register, state }) => (state === 'no-lists' ? [register] : []));
  const full = told.flatMap((one) => (one.state === 'told' && one.more ? [one.register] : []));
  return [
    ...(representing?.silent ?? []).map(({ source }) => r.silent(r.sources[source])),
    ...[...new Set([...silent, ...(representing?.silentElsewhere ?? [])])].map((one) => w.silent(label(one))),
    ...[...new Set(listless)].map((one) => w.notListed(label(one))),
    ...[...new Set(full)].map((one) => w.more(label(one))),
  ];
}

/** The register's rights in words, each with the register that says it. */
export function rightsIn(own: readonly OwnRight[], over: readonly RightOver[], language: Language): OtherRight[] {
  const t = registerRightTexts[language];
  return [
    ...own.map(({ right }) => ({
      ...{ direction: 'mine' as const, name: right.name ?? t.person },
      words: `${t.roles[right.kind]}, ${t.sources[right.source as keyof typeof t.sources]}`,
    })),
    ...over.map(({ kind, holderName, source }) => ({
      ...{ direction: 'over' as const, name: holderName ?? t.person },
      words: `${t.roles[kind]}, ${t.sources[source]}`,
    })),
  ];
}
