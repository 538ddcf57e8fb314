import type { DocumentModel } from '../../kernel/documents/index.ts';
import type { Language } from '../../kernel/texts.ts';
import type { InFull } from './in-full.ts';
import { listTexts } from './list-texts/index.ts';
import type { OwnRight } from './represented.ts';
import type { RightOver } from './store/register-rights.ts';
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
  readonly more: boolean;
};

/** For a spreadsheet: UTF-8 with its mark and semicolons, as Swedish and Finnish Excel read it. */
export function csvOf({ mandates, rights, more }: Kept, language: Language): string {
  const t = listTexts[language];
  const rows = mandates.map((one) => [
    ...[t.direction[one.direction], one.grantors.join(', '), one.holders.join(', '), one.subject],
    ...[one.may.join(' '), one.mayNot.join(' '), one.from, one.to, one.stateWords, one.sourceWords],
    ...[one.evidence ?? '', one.id],
  ]);
  const others = rights.map(({ direction, name, words }) => [t.register[direction], name, '', words]);
  const lines = [[...t.columns], ...rows, ...others, ...(more ? [[t.more]] : [])];
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** For paper, or to be kept; reads as the pages do. */
export function documentOf({ mandates, rights, more }: Kept, now: Temporal.Instant, language: Language): DocumentModel {
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
