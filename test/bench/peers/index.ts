import type { Contestant } from '../problem';
import { installed } from './install';
import { mlMatrix } from './ml-matrix';
import { numeric } from './numeric';
import { numpyTs } from './numpy-ts';
import { onnx } from './onnx';
import { stdlib } from './stdlib';
import { tfjs } from './tfjs';

/** Libraries that run in JavaScript or WebAssembly, installed apart; those that can be had. */
export async function peers(): Promise<Contestant[]> {
  const found: Contestant[] = [];
  // One after the other: npm may be at work.
  for (const peer of [numpyTs, mlMatrix, stdlib, numeric, onnx, tfjs]) {
    const contestant = await installed(peer);
    if (contestant) found.push(contestant);
  }
  return found;
}
