import { isSameCode, commonPieces } from './again/same-code';
import { Run, type RunOptions } from './again/run';
import { isSameWith } from './again/same-options';
import { ParsedFiles } from './modules/loader';
import { changeOf } from './syntax/change';
import type { Program } from './syntax/parse';
import { TreeMemory } from './syntax/tree-memory';

/** The last reading: its text, and how it went. */
interface Last {
  readonly source: string;
  readonly program: Program;
  readonly options: RunOptions;
  readonly run: Run;
  /** How many of its pieces the text before had too: what comes then is being typed at. */
  readonly common: number;
}

/** A run that waits for the next text before the piece that is typed at. */
interface Ahead {
  readonly run: Run;
  readonly options: RunOptions;
}

/** Runs that make more entries than this are not made a second time beside the first. */
const MOST_ELEMENTS = 8_000_000;

/** Nor are those with a piece that takes longer: whoever asks something would wait for it. */
const LONGEST_PIECE_MS = 250;

/**
 * What is kept of one reading of a text for the next: syntax trees, its own and those of its files,
 * what was read, and a run that has been led up to where somebody types. An interpreter's state can't
 * be copied, so a second one goes the same way in idle time; the next text takes it from there.
 */
export class Memory {
  readonly trees = new TreeMemory();
  readonly files = new ParsedFiles();
  private last: Last | undefined;
  private ahead: Ahead | undefined;

  /**
   * The run that a text's reading goes on with: the last one where nothing of the code has changed,
   * the one that waits where the text begins as far as it has come, or a new one.
   */
  runOf(source: string, program: Program, options: RunOptions): Run {
    const { last } = this;
    const isSame = last !== undefined && isSameWith(last.options, options);
    const common = isSame ? commonPieces(last.program.pieces, program.pieces) : undefined;
    const run =
      (isSame && this.moved(last, source, program)) ||
      this.waiting(program, options) ||
      new Run(options, this.files);
    this.last = { source, program, options, run, common: common ?? program.pieces.length };
    return run;
  }

  /**
   * Leads a run up to where somebody types, for at most some milliseconds. Gives whether there is more
   * to do.
   */
  goAhead(milliseconds: number): boolean {
    const { last } = this;
    if (!last || last.common === last.program.pieces.length) return false;
    if (last.run.elements > MOST_ELEMENTS || last.run.longest > LONGEST_PIECE_MS) return false;
    const { pieces } = last.program;
    if (!this.leadsTo(last)) {
      this.ahead = { run: new Run(last.options, this.files), options: last.options };
    }
    const { run } = this.ahead!;
    run.to(pieces, last.common, Date.now() + milliseconds);
    return run.done.length < last.common && !run.isStopped;
  }

  /** Whether the run that waits is on the way to where the last text is typed at. */
  private leadsTo({ program, common, options }: Last): boolean {
    const { ahead } = this;
    return (
      ahead !== undefined &&
      isSameWith(ahead.options, options) &&
      commonPieces(ahead.run.done, program.pieces.slice(0, common)) === ahead.run.done.length
    );
  }

  /** The last run, where all that has changed is where its code stands. */
  private moved(last: Last, source: string, program: Program): Run | undefined {
    const { run } = last;
    if (run.isStopped || run.interpreter.errors.some(({ operands }) => operands)) return undefined;
    const change = changeOf(last.source, source);
    if (!isSameCode(last.program, program, change)) return undefined;
    const moves = run.places.moves.and(change);
    if (!moves) return undefined;
    run.places.moves = moves;
    return run;
  }

  /** The run that waits, where the program begins as it does; it waits for nobody else then. */
  private waiting(program: Program, options: RunOptions): Run | undefined {
    const { ahead } = this;
    if (!ahead || ahead.run.isStopped || !isSameWith(ahead.options, options)) return undefined;
    const { done } = ahead.run;
    if (done.length === 0 || commonPieces(done, program.pieces) < done.length) return undefined;
    this.ahead = undefined;
    return ahead.run;
  }
}
