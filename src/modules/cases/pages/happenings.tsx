import { Prose, Timeline, type TimeZone, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { CaseAction } from '../action.ts';
import { doerOf, type Reader, textOfAct, titleOfAct } from '../happened.ts';
import { texts } from '../texts/index.ts';

export type HappeningsProps = {
  readonly actions: readonly CaseAction[];
  readonly reader: Reader;
  readonly zone: TimeZone;
  /** Where a file of an answer is fetched. */
  readonly fileHref: (file: string) => string;
};

/** What has happened, the latest first. */
export function Happenings({ actions, reader, zone, fileHref }: HappeningsProps) {
  const t = useTexts(texts).happened;
  const { acting } = usePage();
  return (
    <Timeline
      zone={zone}
      items={actions.toReversed().map((action) => ({
        key: String(action.seq),
        at: action.at,
        title: titleOfAct(action.act, t),
        by: doerOf(action, t, reader, acting?.name),
        weight: action.act.kind === 'decided' ? 'main' : action.to.length === 0 ? 'quiet' : undefined,
        body: bodyOf(action),
      }))}
    />
  );

  function bodyOf({ act }: CaseAction) {
    const text = textOfAct(act);
    const files = act.kind === 'completed' ? act.files : [];
    if (!text && files.length === 0) return undefined;
    return (
      <>
        {text && <Prose text={text} />}
        {files.length > 0 && (
          <ul class="ds-list">
            {files.map(({ file, name }) => (
              <li key={file}>
                <a class="ds-link" href={fileHref(file)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </>
    );
  }
}
