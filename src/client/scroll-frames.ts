/** A table's frame is a stop for the keyboard only while there is something to scroll. */
export function releaseFrames(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) setStop(target);
  });
  for (const frame of document.querySelectorAll('[data-scrolls]')) observer.observe(frame);
}

function setStop(frame: HTMLElement): void {
  if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
  else frame.removeAttribute('tabindex');
}
