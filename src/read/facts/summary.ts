import { isFloat, roundingOf, type DType } from '../../core';
import { meanOf } from '../numpy/sums';

/** What can be said of all of an array's entries at once. */
export interface Summary {
  /** The extremes of the finite entries; missing where there are none. */
  readonly min?: number;
  readonly max?: number;
  /** As `np.mean`: of all entries, whether finite or not. */
  readonly mean: number;
  readonly nans: number;
  readonly infinities: number;
}

/** Sums up an array's entries. */
export function summaryOf(data: Float64Array, dtype: DType): Summary {
  let [min, max, nans, infinities] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < data.length; i++) {
    const entry = data[i]!;
    if (Number.isFinite(entry)) {
      if (entry < min) min = entry;
      if (entry > max) max = entry;
    } else if (Number.isNaN(entry)) nans++;
    else infinities++;
  }
  return {
    ...(min <= max ? { min, max } : {}),
    mean: meanIn(data, isFloat(dtype) ? dtype : 'float64'),
    nans,
    infinities,
  };
}

function meanIn(data: Float64Array, dtype: DType): number {
  const mean = meanOf(data, true, dtype);
  return roundingOf(dtype)?.(mean) ?? mean;
}
