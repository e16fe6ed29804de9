import { benchProducts } from '../bench/matmul';
import { runTool, toolArguments } from './tool';

/** `npm run bench [-- --quick]`: how fast products are, ours and those of others in the same run. */
void runTool(() => benchProducts(toolArguments().includes('--quick')));
