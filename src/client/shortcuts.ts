/**
 * One key for what a control does (`aria-keyshortcuts`), only while the focus stands in the part of the page that says so
 * (`data-keys`): nothing happens to who speaks to the machine or types elsewhere (WCAG 2.1.4).
 */
export function takeShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target;
    if (!(at instanceof HTMLElement) || at.matches('input, textarea, select')) return;
    const key = CSS.escape(event.key.toLowerCase());
    const found = at.closest('[data-keys]')?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
    if (!found) return;
    event.preventDefault();
    found.click();
  });
}
