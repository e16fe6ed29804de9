/** The playback buttons' pictures, as paths in a box of 16 by 16. */
export const icons = {
  first: 'M3 3h1.6v10H3zM13 3v10L5.4 8z',
  previous: 'M12.5 3v10L4.5 8z',
  next: 'M3.5 3v10L11.5 8z',
  last: 'M11.4 3H13v10h-1.6zM3 3v10l7.6-5z',
} as const;

export type IconName = keyof typeof icons;
