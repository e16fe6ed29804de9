export type { Snapshot, SnapshotTensor } from './session';
export { chooseState } from './open-state';
export { Visualizer } from './visualizer';
export type {
  DocumentInput,
  VisualizeInput,
  VisualizerHost,
  VisualizerSession,
} from './visualizer';
export type { GivenArrays } from './shown';
