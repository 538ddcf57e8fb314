import type { Basis } from '../../kernel/authority.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Adoption } from './adoption.ts';

/** One thing that was changed: `version`, `setting.replyDays`, `text.sv.lead`, `unit`, `open`, `retention`. Null is nothing. */
export type AdoptionEdit = { readonly part: string; readonly from: unknown; readonly to: unknown };

/** A change of an adopted service: who, when, by which right. */
export type AdoptionEvent = {
  readonly revision: number;
  readonly at: Temporal.Instant;
  readonly actor: { readonly party: PartyId | null; readonly name: string };
  readonly basis: readonly Basis[];
  readonly edits: readonly AdoptionEdit[];
};

type Own = Pick<Adoption, 'version' | 'settings' | 'texts' | 'unit' | 'unitAuthority' | 'isOpen' | 'retention'>;

/** All that an authority may change, by name. */
function partsOf({
  version,
  settings,
  texts,
  unit,
  unitAuthority,
  isOpen,
  retention,
}: Own): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['version', version],
    ['open', isOpen],
    ...Object.entries(settings).map(([name, value]) => [`setting.${name}`, value] as const),
    ['retention', retention],
    ['unit', unit && unitAuthority && `${unitAuthority}/${unit}`],
    ...Object.entries(texts).flatMap(([language, own]) =>
      Object.entries(own).map(([key, text]) => [`text.${language}.${key}`, text] as const),
    ),
  ]);
}

/** What differs; nothing when they are the same. */
export function editsBetween(before: Own, after: Own): readonly AdoptionEdit[] {
  const [from, to] = [partsOf(before), partsOf(after)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .map((part) => ({ part, from: from.get(part) ?? null, to: to.get(part) ?? null }))
    .filter((edit) => JSON.stringify(edit.from) !== JSON.stringify(edit.to));
}

/** What others have changed since a form of that revision was shown: each part once, as it stands now. */
export function editsSince(
  events: readonly AdoptionEvent[],
  revision: number,
): readonly (AdoptionEdit & { readonly by: string })[] {
  const found = new Map<string, AdoptionEdit & { readonly by: string }>();
  for (const event of events.filter((one) => one.revision > revision).toReversed()) {
    for (const edit of event.edits) {
      found.set(edit.part, { ...edit, from: found.get(edit.part)?.from ?? edit.from, by: event.actor.name });
    }
  }
  return [...found.values()];
}
