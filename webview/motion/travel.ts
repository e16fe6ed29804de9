/** How the picture gets from one position to the next: gliding there, or at once. */
export type Travel = 'glide' | 'jump';

/**
 * Says how what is drawn next gets to the screen. The style sheet does the rest: what is drawn is the
 * end state at once, and what can glide or fade starts from what is on the screen at that moment.
 */
export function setTravel(page: HTMLElement, travel: Travel, speed: number): void {
  if (page.dataset['travel'] !== travel) page.dataset['travel'] = travel;
  const text = String(speed);
  if (page.style.getPropertyValue('--speed') !== text) page.style.setProperty('--speed', text);
}

/** Whether the user wants nothing to travel, by VS Code's setting or the system's. */
export function isMotionReduced(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
