import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanLiterals } from '../../../../src/read/literals';

type Matrix = readonly (readonly number[])[];
type Space = (index: number) => string;

/** An integer that float64 may have rounded is written as the float that it is. */
const written = (entry: number): string =>
  Number.isInteger(entry) && !Number.isSafeInteger(entry) && Math.abs(entry) < 1e21
    ? `${entry}.0`
    : String(entry === 0 ? 0 : entry);

/** Rows between brackets, with blanks that the language does not mind. */
const nested =
  (open: string, close: string, space: Space) =>
  (matrix: Matrix, float: (entry: number) => string = written): string =>
    `${open}${matrix
      .map(
        (row, i) => space(i) + open + row.map((x, j) => space(i + j) + float(x)).join(',') + close,
      )
      .join(`,${space(1)}`)}${close}`;

const pointed = (entry: number): string => {
  const text = written(entry);
  return /[.e]/.test(text) ? text : `${text}.0`;
};

const inTex = (entry: number): string => {
  const [mantissa = '', exponent] = written(entry).split('e');
  return exponent ? String.raw`${mantissa} \cdot 10^{${exponent.replace('+', '')}}` : mantissa;
};

/** How each language writes a matrix that it calls W. */
const PRINTERS: Record<string, (matrix: Matrix, space: Space) => string> = {
  typescript: (m, s) => `const W: number[][] = ${nested('[', ']', s)(m)};`,
  json: (m, s) => `{"W": ${nested('[', ']', s)(m)}}`,
  python: (m, s) => `W = np.array(${nested('[', ']', s)(m)})`,
  julia: (m) => `W = [${m.map((row) => row.map(written).join(' ')).join('; ')}]`,
  matlab: (m) => `W = [${m.map((row) => row.map(written).join(' ')).join('\n  ')}];`,
  octave: (m, s) => `W = [${m.map((row) => row.map(written).join(`,${s(0)}`)).join(`;${s(1)}`)}];`,
  r: (m, s) =>
    `W <- matrix(c(${m
      .flat()
      .map(written)
      .join(`,${s(0)}`)}), nrow = ${m.length}, byrow = TRUE)`,
  c: (m, s) => `double W[${m.length}][${m[0]!.length}] = ${nested('{', '}', s)(m)};`,
  cpp: (m, s) => `std::vector<std::vector<double>> W = ${nested('{', '}', s)(m)};`,
  java: (m, s) => `double[][] W = ${nested('{', '}', s)(m)};`,
  csharp: (m, s) => `var W = new double[,] ${nested('{', '}', s)(m)};`,
  go: (m, s) => `W := [][]float64${nested('{', '}', s)(m)}`,
  rust: (m, s) => `let W = array!${nested('[', ']', s)(m, pointed)};`,
  latex: (m) =>
    String.raw`$W = \begin{pmatrix} ${m.map((row) => row.map(inTex).join(' & ')).join(' \\\\ ')} \end{pmatrix}$`,
  markdown: (m, s) => `# W\n\n\`\`\`python\nW = ${nested('[', ']', s)(m)}\n\`\`\`\n`,
  plaintext: (m, s) => `Let W = ${nested('[', ']', s)(m)}.`,
};

const entry = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const matrix = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .filter(([rows, columns]) => rows * columns > 1)
  .chain(([rows, columns]) =>
    fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** Blanks before entries and rows: none, one, or a line's end with an indentation. */
const blanks = fc.array(fc.constantFrom('', ' ', '\n  '), { minLength: 1, maxLength: 7 }).map(
  (texts): Space =>
    (index) =>
      texts[index % texts.length]!,
);

/** Where a row ends with its line, no blank may hold one. */
const inLine = /^(?:octave)$/;

describe.each(Object.entries(PRINTERS))('a matrix that is written in %s', (language, print) => {
  it('is read back exactly, with its name', () => {
    fc.assert(
      fc.property(matrix, blanks, (rows, space) => {
        // What is written as one column is a vector there.
        fc.pre(language !== 'julia' || rows[0]!.length > 1);
        const text = print(rows, inLine.test(language) ? () => ' ' : space);
        const reading = scanLiterals(text, language);
        expect(reading.arrays).toHaveLength(1);
        const { name, state, shape, data, span } = reading.arrays[0]!;
        expect({ name, state, shape }).toEqual({
          name: 'W',
          state: 'known',
          shape: [rows.length, rows[0]!.length],
        });
        expect([...data!]).toEqual(rows.flat().map((x) => (x === 0 ? expect.closeTo(0) : x)));
        const [binding] = reading.bindings;
        expect(text.slice(binding!.span.start, binding!.span.end).replaceAll('"', '')).toBe('W');
        for (let offset = span.start; offset <= span.end; offset++) {
          expect(reading.valueAt(offset)).toBe(binding!.value);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('nested lists of more axes', () => {
  const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });

  it('are read back exactly', () => {
    fc.assert(
      fc.property(
        shapes.filter((shape) => shape.reduce((a, b) => a * b) > 1),
        (shape) => {
          let next = 0;
          const build = (axis: number): unknown =>
            axis === shape.length
              ? next++
              : Array.from({ length: shape[axis]! }, () => build(axis + 1));
          const [array] = scanLiterals(JSON.stringify({ x: build(0) }), 'json').arrays;
          expect(array).toMatchObject({ name: 'x', shape, state: 'known' });
          expect([...array!.data!]).toEqual(Array.from({ length: next }, (_, i) => i));
        },
      ),
    );
  });
});
