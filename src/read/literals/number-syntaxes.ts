import { numberReader, type NumberSyntax } from './numbers';

const infinite = (...names: string[]) => Object.fromEntries(names.map((name) => [name, Infinity]));
const negative = (...names: string[]) => Object.fromEntries(names.map((name) => [name, -Infinity]));
const notANumber = (...names: string[]) => Object.fromEntries(names.map((name) => [name, NaN]));

const underscored: NumberSyntax = { between: '_', radix: true, words: {}, integers: true };

/** JavaScript: every number is a float. */
export const javascript = numberReader({
  ...underscored,
  octal: true,
  words: {
    ...infinite('Infinity', 'Number.POSITIVE_INFINITY'),
    ...negative('Number.NEGATIVE_INFINITY'),
    ...notANumber('NaN', 'Number.NaN'),
  },
  integers: false,
});

/** JSON, with the words that its dialects allow. */
export const json = numberReader({
  between: '',
  words: { ...infinite('Infinity'), ...notANumber('NaN') },
  integers: false,
});

const C_SUFFIXES = {
  integerSuffix: '[uU]?(?:[lL]|ll|LL|[zZ])?[uU]?',
  floatSuffix: '[fFlL]',
};

/** C and C++. */
export const c = numberReader({
  ...underscored,
  ...C_SUFFIXES,
  between: "'",
  octal: true,
  words: { ...infinite('INFINITY'), ...notANumber('NAN') },
});

/** Java. */
export const java = numberReader({
  ...underscored,
  integerSuffix: '[lL]',
  floatSuffix: '[fFdD]',
  octal: true,
  words: {
    ...infinite('Double.POSITIVE_INFINITY', 'Float.POSITIVE_INFINITY'),
    ...negative('Double.NEGATIVE_INFINITY', 'Float.NEGATIVE_INFINITY'),
    ...notANumber('Double.NaN', 'Float.NaN'),
  },
});

/** C#. */
export const csharp = numberReader({
  ...underscored,
  integerSuffix: '[uU][lL]?|[lL][uU]?',
  floatSuffix: '[fFdDmM]',
  words: {
    ...infinite('double.PositiveInfinity', 'float.PositiveInfinity'),
    ...negative('double.NegativeInfinity', 'float.NegativeInfinity'),
    ...notANumber('double.NaN', 'float.NaN'),
  },
});

/** Rust. */
export const rust = numberReader({
  ...underscored,
  integerSuffix: '[iu](?:8|16|32|64|128|size)',
  floatSuffix: 'f32|f64',
  words: {
    ...infinite('f64::INFINITY', 'f32::INFINITY'),
    ...negative('f64::NEG_INFINITY', 'f32::NEG_INFINITY'),
    ...notANumber('f64::NAN', 'f32::NAN'),
  },
});

/** Go. */
export const go = numberReader({ ...underscored, octal: true });

/** Julia. */
export const julia = numberReader({
  ...underscored,
  words: { ...infinite('Inf', 'Inf64', 'Inf32'), ...notANumber('NaN', 'NaN64', 'NaN32') },
});

/** MATLAB and Octave: every number is a float. */
export const matlab = numberReader({
  between: '',
  words: { ...infinite('Inf', 'inf'), ...notANumber('NaN', 'nan') },
  integers: false,
});

/** R: a number is a float unless an `L` follows. */
export const r = numberReader({
  between: '',
  radix: true,
  integerSuffix: 'L',
  words: { ...infinite('Inf'), ...notANumber('NaN') },
  integers: false,
});

/** Python, with NumPy's names. */
export const python = numberReader({
  ...underscored,
  words: {
    ...infinite('np.inf', 'numpy.inf', 'math.inf', 'inf', 'Infinity'),
    ...notANumber('np.nan', 'numpy.nan', 'math.nan', 'nan', 'NaN'),
  },
});

/** Any other language, and plain text. */
export const common = numberReader({
  ...underscored,
  words: {
    ...infinite('Infinity', 'infinity', 'inf', 'Inf'),
    ...notANumber('NaN', 'nan'),
  },
});
