import type * as vscode from 'vscode';
import type { Experiment, Passes, Position } from '../core';
import type { AffineReading, ArrayEdits, ReadingReport, Span, WrittenBack } from '../read';
import type { MadeOverview } from '../protocol/overview';
import type { Snapshot } from './session';
import type { GivenArrays } from './shown';
import type { Part } from './source-text';

/** A text that was read, and where its parts stand in the editor. */
export interface Code {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly language: string;
  readonly text: string;
  offsetAt(document: vscode.TextDocument, position: vscode.Position): number;
  locationOf(span: Span): vscode.Location;
  partAt(offset: number): Part;
}

/** An Affine computation that was read, and what its passes give where its shapes are known. */
export interface ComputedAffine {
  readonly affine: AffineReading;
  readonly passes?: Passes;
  /** Of those of its arrays that are large. */
  readonly overviews?: readonly MadeOverview[];
}

/** An experiment as it came out; of arrays that are as they were without it, no numbers. */
export interface TriedAffine {
  readonly experiment: Experiment;
  readonly passes: Passes;
  readonly overviews: readonly MadeOverview[];
}

/** A document (with the rest of its notebook) as it was read. */
export interface CodeReading {
  readonly code: Code;
  readonly report: ReadingReport;
  /** The Affine computation to show for a place, its passes run wherever that holds nothing up. */
  computedAt(offset: number, signal?: AbortSignal): Promise<ComputedAffine | undefined>;
  /** The same with an experiment made on it. */
  triedAt(offset: number, experiment: Experiment): Promise<TriedAffine | undefined>;
  /** How numbers come into the literals of the arrays shown for a place, or why they do not. */
  writeBack(offset: number, arrays: readonly ArrayEdits[]): Promise<readonly WrittenBack[]>;
}

/** What the visualizer needs of the rest of the extension. */
export interface VisualizerHost {
  readonly extensionUri: vscode.Uri;
  read(document: vscode.TextDocument): Promise<CodeReading>;
  /** Whether two documents are read as one. */
  isReadWith(document: vscode.TextDocument, other: vscode.TextDocument): boolean;
  openExample(): Promise<void>;
  /** Shows of work that nobody waits for that it goes on, if it takes long. */
  beside<T>(work: Promise<T>): Promise<T>;
  failed(message: string): void;
}

/** What to visualize: a document (at a place in it), or arrays. */
export type VisualizeInput = DocumentInput | (GivenArrays & { readonly title?: string });

/** A document, or a place in it. */
export interface DocumentInput {
  readonly document: vscode.TextDocument;
  readonly position?: vscode.Position;
  /** Whether to go to the step that the code at the position does. */
  readonly toStep?: boolean;
}

/** One open panel, for other extensions. */
export interface VisualizerSession {
  snapshot(): Snapshot;
  next(): void;
  previous(): void;
  goTo(position: Position): void;
  dispose(): void;
}
