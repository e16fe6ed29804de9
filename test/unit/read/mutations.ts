/** Draws a whole number from 0 on, below a limit. */
export type Draw = (below: number) => number;

/** A small random stream of its own, so that a seed names a run. */
export function stream(seed: number): Draw {
  let state = (seed * 2654435761 + 1) | 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

type Mutation = (tokens: string[], random: Draw) => string[];

/** What stands for another token of its kind, or of none. */
const ODD = [
  ...['None', '0', '-1', '10**9', '1e308', 'np.nan', '""', '[]', '()', '{}', 'x', 'self', '...'],
  ...[
    'yield',
    'return',
    'lambda: 0',
    'not',
    '*',
    '**',
    '@',
    ':=',
    'await',
    'class',
    'def',
    'match',
  ],
  ...['\t', '\n', '\n    ', '\\', '#', '"""', "f'{", '}', '(', ')', '[', ']', ',', ':', '\0'],
];

const letter = (random: Draw) =>
  random(4) === 0 ? String.fromCodePoint(random(0xd800)) : String.fromCharCode(random(256));

const MUTATIONS: readonly Mutation[] = [
  // Delete, swap, cut short, repeat.
  (tokens, random) => tokens.toSpliced(random(tokens.length), 1 + random(3)),
  (tokens, random) => {
    const [a, b] = [random(tokens.length), random(tokens.length)];
    return tokens.with(a, tokens[b]!).with(b, tokens[a]!);
  },
  (tokens, random) => tokens.slice(0, random(tokens.length) + 1),
  (tokens, random) => tokens.toSpliced(random(tokens.length), 0, tokens[random(tokens.length)]!),
  (tokens, random) => {
    const from = random(tokens.length);
    const part = tokens.slice(from, from + random(40));
    return tokens.toSpliced(random(tokens.length), 0, ...part);
  },
  // Something else instead, a letter or some bytes in between.
  (tokens, random) => tokens.with(random(tokens.length), ODD[random(ODD.length)]!),
  (tokens, random) => tokens.with(random(tokens.length), tokens[random(tokens.length)]!),
  (tokens, random) => tokens.toSpliced(random(tokens.length), 0, letter(random)),
  (tokens, random) => {
    const bytes = Array.from({ length: 1 + random(8) }, () => letter(random)).join('');
    return tokens.toSpliced(random(tokens.length), 0, bytes);
  },
  // A line further in or out than it was.
  (tokens, random) => {
    const breaks = tokens.flatMap((token, i) => (token.includes('\n') ? [i] : []));
    const at = breaks[random(Math.max(1, breaks.length))];
    if (at === undefined) return tokens;
    return tokens.with(at, random(2) ? `${tokens[at]}    ` : tokens[at]!.replace(/ {1,4}$/, ''));
  },
];

/** One of several programs, changed in a few places. */
export function mutated(programs: readonly string[], random: Draw): string {
  let tokens = programs[random(programs.length)]!.split(/(\s+|\b)/);
  for (let i = random(4) + 1; i > 0 && tokens.length > 0; i--)
    tokens = MUTATIONS[random(MUTATIONS.length)]!(tokens, random);
  return tokens.join('');
}
