const EVERY_MS = 2000;

/** Follows long work: asks its page again, shows how far it has come, and goes on when it is done. */
export function followProgress(): void {
  const shown = document.querySelector<HTMLElement>('[data-progress]');
  if (shown) setTimeout(() => void ask(shown), EVERY_MS);
}

async function ask(shown: HTMLElement): Promise<void> {
  const href = shown.dataset.progress;
  if (!href) return;
  try {
    const answer = await fetch(href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector<HTMLElement>('[data-progress]');
    if (!answer.ok || answer.redirected || !fresh) {
      location.assign(answer.url || href);
      return;
    }
    takeOver(shown, fresh);
  } catch {
    // No answer is not "done": ask again.
  }
  setTimeout(() => void ask(shown), EVERY_MS);
}

/** Takes over what changed and leaves the elements standing, so that focus stays and only news is read aloud. */
function takeOver(shown: HTMLElement, fresh: HTMLElement): void {
  const [bar, news] = [shown.querySelector('progress'), shown.querySelector('[role=status]')];
  const [freshBar, freshNews] = [fresh.querySelector('progress'), fresh.querySelector('[role=status]')];
  const value = freshBar?.getAttribute('value');
  if (bar && value) bar.setAttribute('value', value);
  if (news && freshNews && news.textContent !== freshNews.textContent) news.textContent = freshNews.textContent;
}
