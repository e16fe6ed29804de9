/** How long what the host has sent ahead may take to be handed on. */
const GRACE_MS = 20;

/**
 * Does something when the page has loaded and has been handed what the host had sent before it was
 * there: VS Code keeps that until then. A page that is loaded anew, as it is shown again, is sent nothing
 * by itself.
 */
export function whenLoaded(act: () => void): void {
  const soon = (): void => void setTimeout(act, GRACE_MS);
  if (document.readyState === 'complete') soon();
  else window.addEventListener('load', soon, { once: true });
}
