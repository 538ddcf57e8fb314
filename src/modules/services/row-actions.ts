import type { DefinitionPage, Field } from './format/definition.ts';
import { type Sent, sentTexts } from './format/fields/field-type.ts';

/** What a button other than "next" asks for. */
export type PageAction =
  | { readonly kind: 'next' | 'save' }
  | { readonly kind: 'add'; readonly group: Field }
  /** Children that the population register knows. */
  | { readonly kind: 'choose'; readonly group: Field; readonly keys: readonly string[] }
  | { readonly kind: 'remove'; readonly group: Field; readonly row: number }
  | { readonly kind: 'remove-file'; readonly field: string; readonly file: string };

/** Reads `_action`: `save`, `add:children`, `choose:children`, `remove:children:1`, `remove-file:certificate:3f…`; anything else goes on. */
export function actionIn(sent: Sent, page: DefinitionPage): PageAction {
  const [kind, name = '', which = ''] = typeof sent._action === 'string' ? sent._action.split(':') : [];
  const field = page.fields.find(({ id }) => id === name);
  if (kind === 'save') return { kind };
  if (kind === 'add' && field?.type === 'group') return { kind, group: field };
  if (kind === 'choose' && field?.prefill === 'person.children') {
    return { kind, group: field, keys: sentTexts(sent, `${name}.chosen`) };
  }
  if (kind === 'remove' && field?.type === 'group' && /^\d{1,3}$/.test(which)) {
    return { kind, group: field, row: Number(which) };
  }
  if (kind === 'remove-file' && field?.type === 'file') return { kind, field: name, file: which };
  return { kind: 'next' };
}

/** How many rows of a group a form holds: what it says, within what the group allows. */
export function rowsIn(sent: Sent, group: Field): number {
  const said = Number(sent[`${group.id}.rows`]);
  const { min, max } = group.repeat ?? { min: 1, max: 1 };
  return Number.isSafeInteger(said) ? Math.min(Math.max(said, min), max) : min;
}

/** The paths of the fields that the form showed: what was not shown was not asked. */
export function shownIn(sent: Sent): ReadonlySet<string> {
  return new Set(typeof sent._shown === 'string' ? sent._shown.split(' ') : []);
}

/** The form as it would be with a row more, or with one taken out and those below it moved up. */
export function withRowAction(sent: Sent, action: PageAction): Sent {
  if (action.kind === 'add') {
    const { group } = action;
    const rows = Math.min(rowsIn(sent, group) + 1, group.repeat?.max ?? 1);
    return { ...sent, [`${group.id}.rows`]: String(rows) };
  }
  if (action.kind !== 'remove') return sent;
  const { group, row } = action;
  const moved = (name: string) => movedUp(name, group.id, row);
  const shown = [...shownIn(sent)].flatMap((path) => moved(path) ?? []);
  const entries = Object.entries(sent).flatMap(([name, value]) => {
    const to = moved(name);
    return to === undefined ? [] : [[to, value] as const];
  });
  const rows = String(Math.max(rowsIn(sent, group) - 1, 0));
  return { ...Object.fromEntries(entries), _shown: shown.join(' '), [`${group.id}.rows`]: rows };
}

function movedUp(name: string, group: string, row: number): string | undefined {
  const found = /^([^.]+)\.(\d+)(\..*)$/.exec(name);
  if (found?.[1] !== group) return name;
  const index = Number(found[2]);
  if (index === row) return undefined;
  return index < row ? name : `${group}.${index - 1}${found[3]}`;
}
