import type { Variable } from './form';

const WORDS: readonly (readonly [Variable, RegExp])[] = [
  ['W', /^(w|wt|ws|weights?|kernel|theta|weightmatrix)$/],
  ['b', /^(b|bs|bias|biases|beta|intercept)$/],
  ['X', /^(x|xs|in|inp|inputs?|inputdata|a|aprev|h|hprev|prev|features?|data|z?prev)$/],
];

/** What is written before or after a variable's name for its gradient. */
const BEFORE =
  /^(d(loss|[ljce])d|d[ljce]|d|partial|grad(ient)?s?(of|wrt)?|nabla|delta|error|g)(?=.)/;
const AFTER = /(?<=.)(gradients?|grads?|error|delta|g)$/;

/** Parts of a path that say nothing of which variable it leads to. */
const GENERIC = /^(self|grads?|gradients?|g|value|T|params?|parameters?|derivatives?)$/;

const plainWord = (word: string): string => word.toLowerCase().replace(/[_\d]/g, '');

/** The variable of a layer that a word such as `W1`, `bias` or `A_prev` stands for. */
export function variableOfWord(word: string): Variable | undefined {
  const plain = plainWord(word);
  return WORDS.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** The variable whose gradient a word such as `dW`, `grad_b` or `input_error` stands for. */
function variableOfGradient(word: string): Variable | undefined {
  const plain = plainWord(word);
  const cores = [plain.replace(BEFORE, ''), plain.replace(AFTER, '')].filter(
    (core) => core !== plain,
  );
  return cores.map(variableOfWord).find((variable) => variable !== undefined);
}

/** The variable whose gradient a path such as `self.dW`, `grads['W1']` or `self.W.grad` leads to. */
export function variableOfPath(path: string): Variable | undefined {
  const parts = path.split(/[.[\]'"]+/).filter((part) => part !== '' && !/^\d+$/.test(part));
  const holdsGradients = parts.some((part) => /grad|^g$|^nabla|delta|deriv/i.test(part));
  for (const part of parts.toReversed()) {
    if (GENERIC.test(part) || (part === 'data' && parts.length > 1)) continue;
    return variableOfGradient(part) ?? (holdsGradients ? variableOfWord(part) : undefined);
  }
  return undefined;
}

/** The number at the end of a path such as `self.grads[0]`. */
export function indexOfPath(path: string): number | undefined {
  const index = /\[(\d+)\]$/.exec(path)?.[1];
  return index === undefined ? undefined : Number(index);
}

/** What the step of an update is called. */
export const STEP_NAMES = /^(lr|learning_?rate|eta|alpha|step_?size|step|rate)$/i;

/** Whether a parameter is the step of an update. */
export function isStep(name: string): boolean {
  return STEP_NAMES.test(name);
}
