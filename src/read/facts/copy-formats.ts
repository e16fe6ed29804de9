/** The languages in which an array can be copied. */
export const COPY_FORMATS = ['numpy', 'latex', 'csv'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** The most entries that are copied. */
export const MOST_COPIED = 1e6;
