export type { Snapshot, SnapshotTensor } from './session';
export { Visualizer } from './visualizer';
export type { VisualizeInput, VisualizerHost, VisualizerSession } from './visualizer';
export type { GivenArrays } from './shown';
