const QUIET_MS = 900;

/** Counts down under a text with a limit; said aloud only when the reader pauses. */
export function countCharacters(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) watch(area);
}

function watch(area: HTMLTextAreaElement): void {
  const limit = Number(area.dataset.limit);
  const note = document.getElementById(`${area.id}-limit`);
  const { left, over } = note?.dataset ?? {};
  if (!note || !left || !over || !limit) return;
  const spoken = document.createElement('span');
  spoken.className = 'ds-sr-only';
  spoken.setAttribute('role', 'status');
  note.after(spoken);
  const before = note.textContent;
  let timer = 0;

  function show(): void {
    // Line breaks are two characters in what is sent.
    const rest = limit - area.value.replace(/\r?\n/g, '\r\n').length;
    const text = (rest < 0 ? over : left)?.replace('{count}', String(Math.abs(rest))) ?? '';
    if (note) {
      note.textContent = area.value === '' ? before : text;
      note.classList.toggle('al-limit--over', rest < 0);
    }
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (rest < limit / 5) spoken.textContent = text;
    }, QUIET_MS);
  }

  area.addEventListener('input', show);
  if (area.value !== '') show();
}
