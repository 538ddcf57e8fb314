import { useTexts } from './page-context.ts';
import { Tag } from './status-tag.tsx';
import { texts } from './texts/index.ts';

export type TaskStatus = 'done' | 'started' | 'todo' | 'later' | 'problem';

export type TaskItem = {
  readonly title: string;
  /** Absent when it can not be started yet. */
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly status: TaskStatus;
};

const tones = { done: 'success', started: 'info', todo: 'neutral', later: 'neutral', problem: 'danger' } as const;

/** What is to be done, in any order, and how far each thing has come. */
export function TaskList({ items }: { readonly items: readonly TaskItem[] }) {
  const t = useTexts(texts).task;
  return (
    <ul class="al-tasks">
      {items.map((item, index) => (
        <li key={item.title} class="al-tasks__item">
          <div>
            {item.href ? (
              <a class="ds-link" href={item.href} aria-describedby={`uppgift-${index}`}>
                {item.title}
              </a>
            ) : (
              item.title
            )}
            {item.hint && <p class="al-hint">{item.hint}</p>}
          </div>
          <div id={`uppgift-${index}`}>
            {item.status === 'later' ? (
              <span class="al-muted">{t.later}</span>
            ) : (
              <Tag tone={tones[item.status]}>{t[item.status]}</Tag>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
