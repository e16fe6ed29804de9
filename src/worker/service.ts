import { sizeOf, type Experiment } from '../core';
import {
  affineWithEntries,
  arrayFacts,
  checkingBackwards,
  copyAs,
  DEFAULT_BUDGET,
  evaluate,
  findTraps,
  fixesFor,
  Memory,
  reportOf,
  readLiterals,
  withEntries,
  writeBack,
  type AffineReading,
  type ArrayEdits,
  type BackwardCheck,
  type CopyFormat,
  type EvaluateOptions,
  type Fix,
  type ReadArray,
  type Reading,
  type ReadingReport,
  type Trap,
  type WrittenBack,
} from '../read';
import { Computing } from './computing';
import { Handed, handOver } from './handed';
import type { ComputedAffine, PlaceInText, ReadText, TextToRead, ToldArray } from './questions';
import type { TriedAffine } from './trying';

export { PYTHON_DEPTH } from '../read';
export type * from './questions';

interface Kept {
  readonly version: string;
  readonly text: TextToRead;
  readonly reading: Reading;
  /** Of its arrays' entries, or somewhat more. */
  readonly bytes: number;
}

/** How many documents' readings are kept, and how large; the one not asked about for longest goes first. */
const MOST_KEPT = 12;
const MOST_BYTES = 256e6;

/**
 * Reads texts and answers questions about them; runs in a worker, or where there is none in the
 * extension host. Every answer can be cloned. A question about a text that is not kept (any more) is
 * answered with `gone`.
 */
export class ReadingService {
  private readonly kept = new Map<string, Kept>();
  private readonly memories = new Map<string, Memory>();
  private readonly computing = new Computing();
  private typedAt = '';

  /**
   * `deepest`: how deep calls may be nested, as far as the call stack here holds them. `mostBytes`: how
   * large the arrays may be that are kept.
   */
  constructor(
    private readonly deepest = DEFAULT_BUDGET.depth,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  read(text: TextToRead): ReadingReport {
    const reading =
      text.language === 'python'
        ? evaluate(text.text, { ...this.optionsOf(text), memory: this.memoryOf(text.key) })
        : readLiterals(text.text, text.language);
    const report = reportOf(reading);
    this.typedAt = text.key;
    this.keep(text.key, { version: text.version, text, reading, bytes: bytesOf(report) });
    return report;
  }

  /** The innermost array expression at a place, with its entries. */
  valueAt(place: PlaceInText): ReadArray | undefined | Gone {
    const kept = this.find(place);
    if (!kept) return GONE;
    const array = kept.reading.valueAt(place.offset);
    return array && withEntries(array);
  }

  /** What is told of the innermost array expression at a place. */
  factsAt(place: PlaceInText): ToldArray | undefined | Gone {
    const kept = this.find(place);
    if (!kept) return GONE;
    const { reading, text } = kept;
    const array = reading.valueAt(place.offset);
    if (!array) return undefined;
    const affine = reading.affines.length > 0 ? reading.affineAt(place.offset) : undefined;
    return {
      facts: arrayFacts(array, text.text, { affine }),
      expression: reading.expressionAt(place.offset) ?? array.span,
      isInAffine: affine !== undefined,
    };
  }

  /** The innermost array expression at a place as text; undefined where its entries are not known. */
  copyOf(place: PlaceInText & { readonly format: CopyFormat }): string | undefined | Gone {
    const kept = this.find(place);
    if (!kept) return GONE;
    const array = kept.reading.valueAt(place.offset);
    return array && copyAs(array, place.format);
  }

  /** The Affine computation to show for a place, with its arrays' entries. */
  affineAt(place: PlaceInText): AffineReading | undefined | Gone {
    const kept = this.find(place);
    if (!kept) return GONE;
    const affine = kept.reading.affineAt(place.offset);
    return affine && affineWithEntries(affine);
  }

  /** The same, with both of its passes run. */
  computedAt(place: PlaceInText): Handed<ComputedAffine | undefined> | Gone {
    const affine = this.affineAt(place);
    if (affine === GONE) return GONE;
    return affine ? this.computing.computed(place, affine) : handOver(undefined, new Set());
  }

  /** An experiment made on it; undefined where there is none to be made. */
  triedAt({
    experiment,
    ...place
  }: PlaceInText & { readonly experiment: Experiment }): Handed<TriedAffine | undefined> | Gone {
    const affine = this.affineAt(place);
    if (affine === GONE) return GONE;
    return affine
      ? this.computing.tried(place, affine, experiment)
      : handOver(undefined, new Set());
  }

  /** What mends an error of a text, by its index among the errors. */
  fixesOf({ index, ...where }: ReadText & { readonly index: number }): readonly Fix[] | Gone {
    const kept = this.find(where);
    if (!kept) return GONE;
    const error = kept.reading.errors[index];
    return error ? fixesFor(kept.text.text, error, this.optionsOf(kept.text)) : [];
  }

  /** How numbers come into the literals of the arrays shown for a place, or why they do not. */
  writeBack({
    offset,
    arrays,
    ...where
  }: PlaceInText & { readonly arrays: readonly ArrayEdits[] }): readonly WrittenBack[] | Gone {
    const kept = this.find(where);
    if (!kept) return GONE;
    return writeBack(kept.text.text, offset, arrays, this.optionsOf(kept.text));
  }

  /** The known traps that a text runs into. */
  trapsIn(where: ReadText): readonly Trap[] | Gone {
    const kept = this.find(where);
    if (!kept) return GONE;
    const { key, language, text } = kept.text;
    return language === 'python' ? findTraps(text, kept.reading, this.memoryOf(key)) : [];
  }

  /**
   * The text's own backward passes, compared with the true gradients. Other questions are answered in
   * between; if one of them is a newer text, nobody needs the checks any more: there are none.
   */
  async backwardChecks(where: ReadText): Promise<readonly BackwardCheck[] | Gone> {
    const kept = this.find(where);
    if (!kept) return GONE;
    const { text, language } = kept.text;
    if (language !== 'python') return [];
    const work = checkingBackwards(text, this.optionsOf(kept.text));
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      await new Promise((resolve) => setTimeout(resolve));
      const { version = where.version } = this.kept.get(where.key) ?? {};
      if (version !== where.version) return [];
    }
  }

  /**
   * Goes some way ahead of the next edit of the text that was read last, for at most some milliseconds.
   * Gives whether there is more to do.
   */
  goAhead(milliseconds: number): boolean {
    return this.memories.get(this.typedAt)?.goAhead(milliseconds) ?? false;
  }

  /** Forgets a document. */
  forget(key: string): void {
    this.computing.forget(key);
    this.kept.delete(key);
    this.memories.delete(key);
  }

  private optionsOf({ modules, budget = {} }: TextToRead): EvaluateOptions {
    const depth = Math.min(budget.depth ?? this.deepest, this.deepest);
    return { ...(modules ? { modules } : {}), budget: { ...budget, depth } };
  }

  private memoryOf(key: string): Memory {
    const memory = this.memories.get(key) ?? new Memory();
    this.memories.set(key, memory);
    return memory;
  }

  private find({ key, version }: ReadText): Kept | undefined {
    const kept = this.kept.get(key);
    if (kept?.version !== version) return undefined;
    this.keep(key, kept);
    return kept;
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, kept);
    let bytes = [...this.kept.values()].reduce((sum, each) => sum + each.bytes, 0);
    for (const [oldest, each] of this.kept) {
      const isLast = oldest === key;
      if (isLast || (this.kept.size <= MOST_KEPT && bytes <= this.mostBytes)) return;
      bytes -= each.bytes;
      this.forget(oldest);
    }
  }
}

/** Bytes of all arrays that names were given to, whether or not two names share one. */
function bytesOf({ bindings }: ReadingReport): number {
  return bindings.reduce(
    (sum, { value: { shape, state } }) =>
      sum + (shape && (state === 'known' || state === 'sampled') ? sizeOf(shape) * 8 : 0),
    0,
  );
}

/** The answer where the text that a question is about is not kept. */
export const GONE = 'gone';
export type Gone = typeof GONE;

/** A result as it arrives. */
export type Received<R> = Unwrapped<Awaited<R>>;
type Unwrapped<R> = R extends Handed<infer T> ? T : R;

/** The questions of the service, by name. */
export type Method = Exclude<keyof ReadingService, 'goAhead'>;

/** A question as it is sent to the worker. */
export interface Question {
  readonly id: number;
  readonly method: Method;
  readonly argument: unknown;
}

/** What comes back: the answer, or why there is none. */
export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** Answers one question; with the answer, the buffers that go with it. */
export async function answer(
  service: ReadingService,
  { id, method, argument }: Question,
): Promise<{ answer: Answer; buffers: readonly ArrayBuffer[] }> {
  try {
    const ask = service[method] as (argument: unknown) => unknown;
    const result = await ask.call(service, argument);
    return result instanceof Handed
      ? { answer: { id, result: result.value }, buffers: result.buffers }
      : { answer: { id, result }, buffers: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { answer: { id, error: message }, buffers: [] };
  }
}
