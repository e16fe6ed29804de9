/** What the driver is to do in its extension host: one of these in {@link TASK_FILE}. */
export type Task =
  | { readonly kind: 'activate'; readonly order: readonly string[] }
  | { readonly kind: 'loop'; readonly size: number; readonly idleMs: number }
  | { readonly kind: 'memory'; readonly size: number; readonly panels: number };

/** Milliseconds from asking for an extension until it is active, by its id; of those that were not yet. */
export type Activations = Readonly<Record<string, number>>;

/** Delays of the event loop, in milliseconds. */
export interface Delays {
  readonly max: number;
  readonly p99: number;
  /** The longest ones, longest first, each with when it ended, counted from the command. */
  readonly longest: readonly { readonly ms: number; readonly at: number }[];
}

/** What an opening does to the extension host. */
export interface LoopReport {
  readonly idle: Delays;
  readonly open: Delays;
  /** Until the session was there. */
  readonly openMs: number;
  readonly memory: { readonly before: number; readonly peak: number; readonly after: number };
}

/** Memory of the extension host in bytes, garbage collected: at first, after one panel, and later. */
export interface MemoryReport {
  readonly readings: readonly {
    readonly panels: number;
    readonly resident: number;
    readonly heap: number;
    /** What the heap holds outside itself: buffers, whoever made them. */
    readonly external: number;
  }[];
}

/** The file of the workspace with the task, and the ending of the one with what came of it. */
export const TASK_FILE = '.task.json';
export const DONE = '.done';

/** The id of the extension that is measured. */
export const OURS = 'affine-visualizer.affine-visualizer';
