import type * as vscode from 'vscode';
import type { Readings } from './editor/reading/readings';
import type { VisualizeInput, VisualizerSession } from './panel/index';
import type { ReadArray } from './read';

/** What {@link AffineApi.valueAt} tells of an array. */
export type ArrayValue = Pick<ReadArray, 'name' | 'shape' | 'dtype' | 'state' | 'data'>;

/** What `activate()` returns, for other extensions. */
export interface AffineApi {
  /** The innermost array expression at a place of a document. */
  valueAt(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<ArrayValue | undefined>;
  /** Opens the visualizer for a document or for arrays; without input for the active editor. */
  visualize(input?: VisualizeInput): Promise<VisualizerSession | undefined>;
}

/** {@link AffineApi.valueAt} over the shared readings. */
export async function valueAt(
  readings: Readings,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<ArrayValue | undefined> {
  const reading = await readings.of(document);
  const array = await reading.valueAt(reading.code.offsetAt(document, position));
  if (!array) return undefined;
  const { name, shape, dtype, state, data } = array;
  return {
    ...(name === undefined ? {} : { name }),
    ...(shape ? { shape } : {}),
    dtype,
    state,
    ...(data ? { data } : {}),
  };
}
