/** A refused form begins with its errors: the reader is taken there, and hears them. */
export function focusErrors(): void {
  document.getElementById('fel')?.focus();
}
