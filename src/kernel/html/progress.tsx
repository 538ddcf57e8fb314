import { useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

export type ProgressProps = {
  /** What is being done: "Vi ansluter Kökar". */
  readonly label: string;
  /** 0 to 100; absent when nobody knows. */
  readonly percent?: number | undefined;
  /** The page that shows it. The script asks it again; without scripts `<Page refreshAfter={5}>` does. */
  readonly href: string;
};

/** Work that takes a while. When the page answers without it (or elsewhere), the script goes there. */
export function Progress({ label, percent, href }: ProgressProps) {
  const t = useTexts(texts).progress;
  return (
    <div class="al-progress" data-progress={href}>
      <label class="ds-label" for="al-progress">
        {label}
      </label>
      <progress id="al-progress" max={100} value={percent} />
      <p role="status">{percent === undefined ? t.waiting : t.percent(Math.round(percent))}</p>
      <p class="al-muted">
        {percent !== undefined && `${t.waiting} `}
        <a class="ds-link" href={href}>
          {t.reload}
        </a>
      </p>
    </div>
  );
}

export type StepsProps = { readonly current: number; readonly total: number };

/** How far along a form is: said in words, shown as a line. */
export function Steps({ current, total }: StepsProps) {
  const t = useTexts(texts).steps;
  return (
    <div class="al-steps">
      <p id="al-steps">{t.of(current, total)}</p>
      <progress aria-labelledby="al-steps" max={total} value={current} />
    </div>
  );
}
