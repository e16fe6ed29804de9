import { isExperiment, noExperiment, type Experiment } from '../core';
import { Latest } from './latest';
import type { Shown } from './session';
import { tryOut, type TriedOut } from './try-out';

interface Numbered {
  readonly sequence: number;
}

/** How an experiment is tried: whether the panel shows it already, and by which number it told of it. */
export interface Trying extends Partial<Numbered> {
  readonly isShown?: boolean;
}

interface Awaited extends Numbered {
  readonly experiment: Experiment;
}

/** What is done with what trying comes to. */
export interface TrialEvents {
  /** Makes a change to what is shown, and shows it. */
  present(change: () => void): void;
  /** The panel shows another upstream gradient by itself. */
  otherUpstream(): void;
  failed(error: unknown): void;
}

/** What was read, and what is tried on it: together they make what is shown. */
export class Trials {
  private read: Shown;
  /** Made when it is first asked for. */
  private current: Shown | undefined;
  private tried = noExperiment;
  private sequence = 0;
  /** The latest experiment that is being made elsewhere. */
  private awaited: Awaited | undefined;
  private readonly elsewhere: Latest<TriedOut & Numbered>;

  constructor(
    shown: Shown,
    private readonly events: TrialEvents,
  ) {
    this.read = shown;
    this.current = shown;
    this.elsewhere = new Latest(
      (tried) => this.took(tried),
      (error) => this.failed(error),
    );
  }

  get shown(): Shown {
    if (!this.current) {
      const { shown, experiment } = tryOut(this.read, this.tried);
      this.current = shown;
      this.tried = experiment;
    }
    return this.current;
  }

  /** What was read, with nothing tried on it. */
  get source(): Shown {
    return this.read;
  }

  /** What is tried instead of what was read, as it came out. */
  get experiment(): Experiment {
    return this.shown && this.tried;
  }

  /** The number by which the panel has told of the experiment that is shown; of the latest that is made. */
  get heard(): number {
    return this.sequence;
  }

  /** The panel counts anew: its page has been loaded. */
  countAnew(): void {
    this.sequence = 0;
  }

  /** Something else was read: what is tried, or was about to be, is tried on it. */
  reread(shown: Shown): void {
    const { experiment, sequence } = this.awaited ?? {
      experiment: this.experiment,
      sequence: this.sequence,
    };
    this.stop();
    this.events.present(() => {
      this.read = shown;
      const isLater = this.isMadeElsewhere(experiment);
      this.set(isLater ? noExperiment : experiment, isLater ? this.sequence : sequence);
    });
    if (this.isMadeElsewhere(experiment)) this.make(experiment, sequence);
  }

  /** Tries other numbers. Those that the panel shows already are made here when they are asked for. */
  try(experiment: Experiment, { isShown = false, sequence = this.sequence }: Trying): void {
    if (this.isMadeElsewhere(experiment)) return this.make(experiment, sequence);
    this.stop();
    if (!isShown) return this.events.present(() => this.set(experiment, sequence));
    const before = this.tried.upstream?.kind;
    this.set(experiment, sequence);
    if (before !== experiment.upstream?.kind) this.events.otherUpstream();
  }

  /** Nothing that is being made is wanted any more. */
  stop(): void {
    this.elsewhere.drop();
    this.awaited = undefined;
  }

  private set(experiment: Experiment, sequence: number): void {
    this.tried = experiment;
    this.current = undefined;
    this.sequence = sequence;
  }

  private isMadeElsewhere(experiment: Experiment): boolean {
    return this.read.elsewhere !== undefined && isExperiment(experiment) && !experiment.random;
  }

  private make(experiment: Experiment, sequence: number): void {
    const { elsewhere } = this.read;
    this.awaited = { experiment, sequence };
    this.elsewhere.want(async () => ({ ...(await elsewhere!(experiment)), sequence }));
  }

  private took({ shown, experiment, sequence }: TriedOut & Numbered): void {
    if (sequence === this.awaited?.sequence) this.awaited = undefined;
    this.events.present(() => {
      this.set(experiment, sequence);
      this.current = shown;
    });
  }

  /** What was tried before stays, and the panel waits no longer. */
  private failed(error: unknown): void {
    this.events.present(() => (this.sequence = this.awaited?.sequence ?? this.sequence));
    this.awaited = undefined;
    this.events.failed(error);
  }
}
