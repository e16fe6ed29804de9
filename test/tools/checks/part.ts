import { none, type Counts } from '../report';
import { Refusal } from '../tool';

/** One part of `npm test`. It throws, or counts failures, where something is wrong. */
export interface Part {
  /** What `--only` calls it; the parts of one kind share it. */
  readonly kind: string;
  readonly heading: string;
  run(): Promise<Counts>;
}

/** A part that counts no tests: a check that holds or does not. */
export function check(
  kind: string,
  heading: string,
  run: () => Promise<{ code: number; output: string }>,
): Part {
  return {
    kind,
    heading,
    run: async () => {
      const { code, output } = await run();
      if (code !== 0) throw new Refusal(output.trim());
      return none;
    },
  };
}
