import { runTool, say } from './tool';
import { makeVsix } from './workbench/vsix';

/** `npm run package`: builds and packs the extension. */
void runTool(async () => say(`Packed: ${await makeVsix()}`));
