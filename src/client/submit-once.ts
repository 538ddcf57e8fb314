const PATIENCE_MS = 8000;

/** A form that is on its way is not sent again by an impatient click. The server would not mind; the reader might. */
export function submitOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method === 'get') return;
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = '';
    const button = event.submitter;
    button?.setAttribute('aria-busy', 'true');
    // A download leaves the page standing, and an answer may never come: after a while it may be tried again.
    setTimeout(() => release(form), PATIENCE_MS);
  });
  // Back again by the back button: the page is as it was left.
  addEventListener('pageshow', () => {
    for (const form of document.forms) release(form);
  });
}

function release(form: HTMLFormElement): void {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll('[aria-busy]')) button.removeAttribute('aria-busy');
}
