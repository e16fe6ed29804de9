/**
 * Does work one piece at a time, and of what is wanted meanwhile only the latest. What comes of each
 * piece is taken, so that who goes on wanting sees something; nothing is after it was dropped.
 */
export class Latest<T> {
  private next: (() => Promise<T>) | undefined;
  private isBusy = false;
  /** How often all was dropped: work from before that is wanted no more. */
  private turn = 0;

  constructor(
    private readonly took: (result: T) => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  want(work: () => Promise<T>): void {
    this.next = work;
    if (!this.isBusy) void this.run();
  }

  /** Nothing that is under way is wanted any more. */
  drop(): void {
    this.turn += 1;
    this.next = undefined;
  }

  private async run(): Promise<void> {
    this.isBusy = true;
    while (this.next) {
      const { next, turn } = this;
      this.next = undefined;
      try {
        const result = await next();
        if (turn === this.turn) this.took(result);
      } catch (error) {
        if (turn === this.turn) this.failed(error);
      }
    }
    this.isBusy = false;
  }
}
