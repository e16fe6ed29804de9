/** The playback buttons' pictures, as paths in a box of 16 by 16. */
export const icons = {
  first: 'M3 3h1.6v10H3zM12.9 3.7 8.6 8l4.3 4.3-1.1 1.1L6.4 8l5.4-5.4z',
  previous: 'M10.7 2.6l1.1 1.1L7.5 8l4.3 4.3-1.1 1.1L5.3 8z',
  play: 'M4 2.2v11.6L13.4 8z',
  pause: 'M4 2.5h2.8v11H4zM9.2 2.5H12v11H9.2z',
  next: 'M5.3 2.6 4.2 3.7 8.5 8l-4.3 4.3 1.1 1.1L10.7 8z',
  last: 'M11.4 3H13v10h-1.6zM3.1 3.7 7.4 8l-4.3 4.3 1.1 1.1L9.6 8 4.2 2.6z',
} as const;

export type IconName = keyof typeof icons;
