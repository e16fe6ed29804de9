export type { Snapshot, SnapshotTensor } from './session';
export { Visualizer } from './visualizer';
export type {
  DocumentInput,
  VisualizeInput,
  VisualizerHost,
  VisualizerSession,
} from './visualizer';
export type { GivenArrays } from './shown';
