import type { Tensor } from '../../core';
import type { PyError } from '../python/signals';
import { Draws } from './draws';
import { fromRows, inputShape, toRows, type Form, type Sizes, type Variable } from './form';
import { identified } from './identify';
import type { Layer } from './layer';
import { reshaped } from './matrices';
import { placesOf, type Place } from './parameters';
import type { Plan } from './plan';
import type { Program } from './program';
import { resultsOf, snapshotOf, type Result } from './results';
import type { Subject } from './subjects';
import { affineGradients, numericGradients, type Arrays, type Gradients } from './truth';

/** One try of a layer: a forward pass, a backward pass, what came of it and what should have. */
export interface Probe {
  readonly form: Form;
  readonly arrays: Arrays;
  readonly Y: Tensor;
  /** The true gradients, samples as rows, and in the layout of the layer. */
  readonly truth: Gradients;
  readonly wanted: ReadonlyMap<Variable, Tensor>;
  /** What the layer computed, as far as it was found. */
  readonly found: ReadonlyMap<Variable, Result>;
  /** The upstream gradient and W as the backward pass left them. */
  readonly after: { readonly dY: Tensor; readonly W: Tensor };
  /** The input of the forward pass before, if there was one, and the gradients then. */
  readonly earlier: { readonly X: Tensor; readonly found: Probe['found'] } | undefined;
  /** Whether the layer keeps what it saw before on purpose. */
  readonly keepsEarlier: boolean;
}

/** A backward pass that raised something. */
export interface Failure {
  readonly error: PyError | undefined;
}

/** Tries a layer out; undefined where not even its forward pass can be run. */
export function tryOut(tried: Tried, sizes: Sizes, seed: number): Probe | Failure | undefined {
  const draws = new Draws(seed);
  const layer = prepared(tried.plan, sizes, draws);
  return layer && pass(tried, layer, sizes, draws, undefined);
}

/** Tries a layer out twice in a row with other arrays, and gives the second pass. */
export function tryTwice(tried: Tried, sizes: Sizes, seed: number): Probe | undefined {
  const draws = new Draws(seed);
  const layer = prepared(tried.plan, sizes, draws);
  const first = layer && pass(tried, layer, sizes, draws, undefined);
  if (!first || 'error' in first) return undefined;
  write(tried.plan, placesOf(layer), first.arrays);
  const second = pass(tried, layer, sizes, draws, first);
  return second && !('error' in second) ? second : undefined;
}

/** Whose layer is tried, and how. */
export interface Tried {
  readonly program: Program;
  readonly subject: Subject;
  readonly plan: Plan;
  /** The sizes of its tries. */
  readonly sizes: readonly Sizes[];
  /** A factor for the upstream gradient, which a backward pass ought to pass on. */
  readonly factor?: number;
}

/** A layer with parameters of our own. */
function prepared(plan: Plan, sizes: Sizes, draws: Draws): Layer | undefined {
  const layer = plan.make(sizes, draws);
  if (!layer) return undefined;
  const has = (path: string) => placesOf(layer).some((place) => place.path === path);
  if (!has(plan.W)) layer.warmUp(draws.array(inputShape(plan.form, sizes)));
  for (const path of [plan.W, plan.b]) {
    const place = placesOf(layer).find((place) => place.path === path);
    const value = place?.read();
    if (place && value) place.write(draws.array(value.shape));
  }
  return has(plan.W) ? layer : undefined;
}

function read(layer: Layer, path: string | undefined): Tensor | undefined {
  return placesOf(layer)
    .find((place) => place.path === path)
    ?.read();
}

function write(plan: Plan, places: readonly Place[], { W, b }: Pick<Arrays, 'W' | 'b'>): void {
  for (const place of places) {
    if (place.path === plan.W) place.write(W);
    else if (place.path === plan.b && b) place.write(b);
  }
}

function pass(
  tried: Tried,
  layer: Layer,
  sizes: Sizes,
  draws: Draws,
  first: Probe | undefined,
): Probe | Failure | undefined {
  const { program, subject, plan } = tried;
  const { form } = plan;
  const X = draws.array(inputShape(form, sizes));
  const [W, b] = [read(layer, plan.W), read(layer, plan.b)];
  const Y = layer.forward(X);
  if (!W || !Y) return undefined;
  const drawn = draws.array(Y.shape);
  const dY = { ...drawn, data: drawn.data.map((entry) => entry * (tried.factor ?? 1)) };
  const keepsEarlier = layer.keepsEarlier();
  const before = snapshotOf(layer);
  const returned = layer.backward(dY);
  if (!returned) return undefined;
  if (returned.attempt.value === undefined) return { error: returned.attempt.error };
  const arrays = { X, W, b, dY };
  const results = resultsOf(program, subject, plan, layer, before, returned);
  const after = {
    dY: returned.dY ?? dY,
    W: layer.handed(plan.W) ?? read(layer, plan.W) ?? W,
  };
  const truth = truthOf(tried, arrays, sizes);
  const wanted = inTheirShape(form, arrays, truth);
  const found = identified(results, plan, wanted);
  const earlier = first && { X: first.arrays.X, found: first.found };
  return { form, arrays, Y, truth, wanted, found, after, earlier, keepsEarlier };
}

function truthOf({ plan }: Tried, arrays: Arrays, sizes: Sizes): Gradients {
  if (plan.isAffine) return affineGradients(plan.form, arrays);
  const layer = prepared(plan, sizes, new Draws(1));
  const places = layer ? placesOf(layer) : [];
  return numericGradients(plan.form, arrays, (own) => {
    write(plan, places, own);
    return layer?.forward(own.X);
  });
}

/** The true gradients, each in the shape of its variable. */
function inTheirShape(form: Form, arrays: Arrays, truth: Gradients): Map<Variable, Tensor> {
  const wanted = new Map<Variable, Tensor>();
  for (const variable of ['X', 'W', 'b'] as const) {
    const { shape } = arrays[variable] ?? {};
    const value = shape && reshaped(fromRows(form, variable, truth[variable]), shape);
    if (value) wanted.set(variable, value);
  }
  return wanted;
}

/** What the layer computed for a variable, samples as rows where it has the variable's shape. */
export function gotInRows({ form, found, wanted }: Probe, variable: Variable): Tensor | undefined {
  const value = found.get(variable)?.value;
  const size = wanted.get(variable)?.data.length;
  if (!value || value.data.length !== size) return undefined;
  const own = reshaped(value, wanted.get(variable)!.shape);
  return own && toRows(form, variable, own);
}
