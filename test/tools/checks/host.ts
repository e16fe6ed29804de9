import { reportSuite } from '../report';
import { runHostSuite } from '../workbench/host-suite';
import { versions, type VersionKey } from '../workbench/versions';
import type { Part } from './part';

/** The suite inside VS Code: in Node and in the web worker, on the oldest and the current version. */
export const hostSuites: readonly Part[] = (Object.keys(versions) as VersionKey[]).flatMap((key) =>
  [false, true].map((inWebWorker) => ({
    kind: 'host',
    heading: `In ${versions[key].name}, ${inWebWorker ? 'web worker' : 'Node'} extension host (mocha)`,
    run: async () => reportSuite(await runHostSuite(versions[key], { inWebWorker })),
  })),
);
