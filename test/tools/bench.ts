import { benchFrames } from '../bench/frames/frames';
import { benchLoop, benchMemory } from '../bench/host/loads';
import { benchStart } from '../bench/host/start';
import { benchProducts } from '../bench/products';
import { profileHost } from '../bench/profile/host';
import { profileWebview } from '../bench/profile/webview';
import { benchReader } from '../bench/reader';
import { Refusal, runTool, toolArguments } from './tool';

const parts: Readonly<Record<string, (isQuick: boolean) => Promise<void>>> = {
  products: benchProducts,
  start: (isQuick) => benchStart(isQuick ? 3 : 10),
  loop: (isQuick) => benchLoop(isQuick ? [1024] : [1024, 2048]),
  profile: async (isQuick) => {
    await profileHost(isQuick ? 3 : 9);
    await profileWebview(isQuick ? 3 : 9);
  },
  frames: (isQuick) => benchFrames(isQuick ? 3 : 10),
  reader: (isQuick) => benchReader(isQuick ? 3 : 9),
  memory: (isQuick) => benchMemory(1024, isQuick ? 10 : 50),
};

/**
 * `npm run bench [-- PART] [--quick]`: how fast products are, ours and those of others in the same run;
 * or how long it takes to start, how long the extension host is held up, how much memory it keeps, how long
 * frames take.
 */
void runTool(async () => {
  const [name = 'products'] = toolArguments().filter((argument) => !argument.startsWith('--'));
  const part = parts[name];
  if (!part) throw new Refusal(`bench knows ${Object.keys(parts).join(', ')}, not ${name}.`);
  await part(toolArguments().includes('--quick'));
});
