import { reportSuite } from './report';
import { optionValue, Refusal, runTool, say, toolArguments } from './tool';
import { runHostSuite } from './workbench/host-suite';
import { versions, type VersionKey } from './workbench/versions';

/** `npm run test:host [-- --vscode 1.100|current] [--web]`: the suite inside VS Code. */
void runTool(async () => {
  const inWebWorker = toolArguments().includes('--web');
  for (const key of wantedVersions()) {
    const version = versions[key];
    say(`${version.name}, ${inWebWorker ? 'web worker' : 'Node'} extension host`);
    const { failed } = reportSuite(await runHostSuite(version, { inWebWorker }));
    if (failed > 0) process.exitCode = 1;
  }
});

function wantedVersions(): VersionKey[] {
  const all = Object.keys(versions) as VersionKey[];
  const wanted = optionValue('--vscode');
  if (wanted === undefined) return all;
  const known = all.find((key) => key === wanted);
  if (!known) throw new Refusal(`--vscode knows ${all.join(' and ')}, not ${wanted}.`);
  return [known];
}
