import type { Passes } from '../core';
import type { MadeOverview } from '../protocol/overview';
import type { AffineReading, ArrayFacts, ReadBudget, SourceFiles, Span } from '../read';

/** A text to be read. */
export interface TextToRead {
  /** Which document it is of: of each, the last text is kept. */
  readonly key: string;
  readonly version: string;
  readonly text: string;
  /** The language's id in VS Code. */
  readonly language: string;
  readonly modules?: SourceFiles;
  readonly budget?: Partial<ReadBudget>;
}

/** A text that was read. */
export interface ReadText {
  readonly key: string;
  readonly version: string;
}

/** A place in a text that was read. */
export interface PlaceInText extends ReadText {
  readonly offset: number;
}

/** What is told of the array at a place. */
export interface ToldArray {
  readonly facts: ArrayFacts;
  /** The expression whose value it is. */
  readonly expression: Span;
  /** Whether it takes part in an Affine computation, which can be visualized from there. */
  readonly isInAffine: boolean;
}

/** An Affine computation that was read, and what its passes give where its shapes are known. */
export interface ComputedAffine {
  readonly affine: AffineReading;
  readonly passes?: Passes;
  /** Of those of its arrays that are large. */
  readonly overviews?: readonly MadeOverview[];
}
