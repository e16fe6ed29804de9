/** Keeps the time while the line plays: one step after another, each when its time has come. */
export class Player {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private startedAt = 0;
  private stay = 0;

  /** `advance` takes the next step, after which {@link keepTime} is to be called again. */
  constructor(private readonly advance: () => void) {}

  /** Waits for a step's time, or no longer. A step that is under way keeps the share it has had. */
  keepTime(isPlaying: boolean, stay: number): void {
    if (!isPlaying) return this.stop();
    if (this.timer !== undefined && stay === this.stay) return;
    const had = this.timer === undefined ? 0 : (performance.now() - this.startedAt) / this.stay;
    this.stop();
    this.stay = stay;
    this.startedAt = performance.now() - had * stay;
    this.timer = setTimeout(() => this.tick(), Math.max(0, stay * (1 - had)));
  }

  private tick(): void {
    this.timer = undefined;
    this.advance();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
