import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Tensor } from '../../../../src/core';

type GoldenNumber = number | 'NaN' | 'Infinity' | '-Infinity';

/** An array as the scripts under `test/oracle/core` write it. */
export interface GoldenArray {
  readonly shape: number[];
  readonly dtype?: Tensor['dtype'];
  readonly data: GoldenNumber[];
}

/** What a script wrote. */
export function golden<Content>(file: string): Content {
  const path = fileURLToPath(new URL(`../../../oracle/core/${file}`, import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8')) as Content;
}

/** A golden array as a tensor. */
export function unpack({ shape, dtype = 'float64', data }: GoldenArray): Tensor {
  return { shape, dtype, data: Float64Array.from(data, Number) };
}
