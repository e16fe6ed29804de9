import type { Tensor } from './tensor';

/**
 * The numerical gradient of a scalar function of a tensor by central differences,
 * (f(x+h) − f(x−h)) / 2h for each entry in turn (Deep Learning from Scratch, 4.4). The tensor's
 * entries are changed and restored.
 */
export function numericalGradient(of: () => number, at: Tensor, h = 1e-4): Tensor {
  const data = new Float64Array(at.data.length);
  for (let cell = 0; cell < data.length; cell++) {
    const kept = at.data[cell]!;
    at.data[cell] = kept + h;
    const above = of();
    at.data[cell] = kept - h;
    const below = of();
    at.data[cell] = kept;
    data[cell] = (above - below) / (2 * h);
  }
  return { shape: at.shape, data, dtype: 'float64' };
}
