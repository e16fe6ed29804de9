import type { Expr } from './ast';

/** What the field calls things, as far as names tell. */
const NAMES = {
  weights: /^(w|weights?|theta|kernel)(_?\w{1,3}|_\w+)?$/i,
  input: /^(x|xs|inputs?|a|h|z|data)(_?\d+|_\w+)?$/i,
  bias: /^(b|bias(es)?|beta)(_?\w{1,3}|_\w+)?$/i,
} as const;

/** The last part of what an expression calls something: `W` of `self.W`, `W1` of `params['W1']`. */
export function lastName(expr: Expr): string | undefined {
  if (expr.kind === 'name' || expr.kind === 'attribute') return expr.name;
  if (expr.kind !== 'subscript') return undefined;
  return expr.index.kind === 'string' ? expr.index.value : undefined;
}

/** Whether an expression is named as things of a kind are. */
export function isName(expr: Expr, kind: keyof typeof NAMES): boolean {
  const own = expr.kind === 'attribute' && expr.name === 'T' ? expr.object : expr;
  const name = lastName(own);
  return name !== undefined && NAMES[kind].test(name);
}

/** The variable whose gradient a name speaks of: `W1` of `dW1`, `grad_W1`, `W1_grad`, `grads['W1']`. */
export function variableOf(target: Expr): string | undefined {
  const name = lastName(target);
  if (!name) return undefined;
  if (target.kind === 'subscript')
    return /grad/i.test(lastName(target.object) ?? '') ? name : undefined;
  return /^(?:d_?|grad_?)(?=\w)(.+)$/.exec(name)?.[1] ?? /^(.+?)_?grad$/.exec(name)?.[1];
}

/** Words that begin with a d and are no gradients. */
const NO_GRADIENTS = /^(dim|dot|dec|den|dev|day|doc|dst|dic|dct|def|del)$/;

/** Whether an expression is named as an upstream gradient is: `dout`, `dY`, `delta`, `self.dz`. */
export function isGradient(expr: Expr): boolean {
  const name = expr.kind === 'subscript' ? undefined : lastName(expr);
  if (!name || NO_GRADIENTS.test(name)) return false;
  return /^(d_?([A-Z]\w*|[a-z]{1,2}_?(prev|next|raw|hat)?\d*|out\w*|score\w*|logit\w*)|(delta|grad|upstream|err(or)?)s?(_?\w+)?)$/.test(
    name,
  );
}

/** Whether an expression is named as the gradient of a bias: `db`, `self.db2`, `grads['b1']`, `b_grad`. */
export function isBiasGradient(target: Expr): boolean {
  const variable = variableOf(target);
  return variable !== undefined && /^(b|bias(es)?)_?\d*$/i.test(variable);
}
