import { Section, Timeline, useTexts } from '../../../kernel/html/index.ts';
import type { TrailLine, TrailPlace } from '../../identity/index.ts';
import { useTextsOf } from '../use-texts/index.ts';

/** Something that was done by a right: who, when, in what. */
export type Use = Pick<TrailLine, 'id' | 'at' | 'action'> & {
  readonly by: string;
  readonly place: TrailPlace | null;
};

/** How it has been used, latest first; the whole of it is in the log. */
export function Uses({ uses, right }: { readonly uses: readonly Use[]; readonly right: string }) {
  const t = useTexts(useTextsOf);
  return (
    <Section title={t.title}>
      {uses.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Timeline
          zone="Europe/Stockholm"
          items={uses.map(({ id, at, action, by, place }) => ({
            ...{ key: id, at, title: t.actions[action as keyof typeof t.actions] ?? t.other },
            by: by || t.somebody,
            body: place ? (
              <a class="ds-link" href={place.href}>
                {t.places[place.kind]}
              </a>
            ) : undefined,
          }))}
        />
      )}
      <p>
        <a class="ds-link" href={`/mina-sidor/logg?ratt=${encodeURIComponent(right)}`}>
          {t.log}
        </a>
      </p>
    </Section>
  );
}
