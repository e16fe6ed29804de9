/** The click that ends a drag is none: it pins nothing. */
export function swallowClick(page: HTMLElement): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  page.addEventListener('click', swallow, { capture: true, once: true });
  // Where the pointer was let go over something else, no click comes.
  setTimeout(() => page.removeEventListener('click', swallow, { capture: true }));
}
