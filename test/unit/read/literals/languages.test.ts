import { describe, expect, it } from 'vitest';
import { scanLiterals } from '../../../../src/read/literals';
import { told, type Told } from './support';

const SQUARE = [1, 2, 3, 4];

/** What is found in a line of a language; nothing where nothing is a literal. */
const CASES: Record<string, [text: string, ...found: Told[]][]> = {
  typescript: [
    ['const W = [[1, 2], [3, 4]];', ['W', [2, 2], SQUARE]],
    ['let W: number[][] = [\n  [1, 2], // first\n  [3, 4],\n];', ['W', [2, 2], SQUARE]],
    ['export const W: Array<[number, number]> = [[1, 2], [3, 4]] as const;', ['W', [2, 2], SQUARE]],
    [
      'this.b = [0.5, -1e3, +.5, 0x1F, 1_000, 0b11, 0o17]',
      ['this.b', [7], [0.5, -1e3, 0.5, 31, 1000, 3, 15]],
    ],
    ['b = [Infinity, -Infinity, NaN]', ['b', [3], [Infinity, -Infinity, NaN]]],
    [
      'const net = { W: [[1, 2], [3, 4]], "b": [5, 6] };',
      ['W', [2, 2], SQUARE],
      ['b', [2], [5, 6]],
    ],
    ['f([1, 2]); return [3, 4];', ['-', [2], [1, 2]], ['-', [2], [3, 4]]],
    ['const m = tf.tensor2d([[1, 2], [3, 4]]);', ['m', [2, 2], SQUARE]],
    ['const m = new Float64Array([1, 2]);', ['m', [2], [1, 2]]],
    ['const n = size([[1, 2], [3, 4]]);', ['-', [2, 2], SQUARE]],
    ['const t = math.matrix([[1, 2]]).size();', ['-', [1, 2], [1, 2]]],
    ['const y = [1, 2].map(f);', ['-', [2], [1, 2]]],
    ['const y = ok ? a : [1, 2];', ['-', [2], [1, 2]]],
    ['const y = [x, 2, 3 + 4];', ['y', [3], 'shape-only']],
    ['const y = [[a, b], [c, d()]];', ['y', [2, 2], 'shape-only']],
    ['const y = [[1, 2], row];', ['-', [2], [1, 2]]],
    ['const y = [1, norm([3, 4])];', ['-', [2], [3, 4]]],
    ['const t = `[1, 2] ${[3, 4]} [5, 6]`;', ['-', [2], [3, 4]]],
    ['const t = `${`${[1, 2]}`} ${{ a: [3, 4] }.a}`;', ['-', [2], [1, 2]], ['a', [2], [3, 4]]],
    ['x = a / [1, 2].length / 3;', ['-', [2], [1, 2]]],
    ['a[0][1]; a[0, 1]; f()[1, 2]; x = y[i, 1];'],
    ['type T = [number, number]; let p: [[number, number], [number, number]];'],
    ['const [p, q] = f(); const [[a, b], [c, d]] = g(); [a, b] = [b, a];'],
    ['new Map([[a, b], [c, d]]); const l = ["a", "b"], m = [true, false], n = [null, 1];'],
    ['[...a, 1, 2]; [1, , 2]; [{ x: 1 }, 2]; [(x) => 1, 2]; [1n, 2n].length; [[1]]; [[], []];'],
    ['\'[1, 2]\'; "[1, \\" 2]"; /[1,2]/.test(x); // [1, 2]\n/* [1,\n2] */'],
  ],
  json: [
    ['{"W": [[1, 2], [3, 4]], "b": [0.5, -1e3]}', ['W', [2, 2], SQUARE], ['b', [2], [0.5, -1000]]],
    ['[[1, 2], [3, 4]]', ['-', [2, 2], SQUARE]],
    ['{"a": [1, "x"], "c": [{"d": [1, 2]}, 3]}', ['d', [2], [1, 2]]],
  ],
  jsonc: [['{"W": [[1, 2], // one\n[3, 4],],}', ['W', [2, 2], SQUARE]]],
  julia: [
    ['W = [1 2; 3 4]', ['W', [2, 2], SQUARE]],
    ['W::Matrix{Float64} = [1 2\n 3 4\n]', ['W', [2, 2], SQUARE]],
    ['W = Float64[1 2; 3 4]', ['W', [2, 2], SQUARE]],
    ['W = [[1, 2], [3, 4]]', ['W', [2, 2], SQUARE]],
    [
      'b = [1, 2, 3]\nc = [1; 2; 3]\nd = [1 2 3]',
      ['b', [3], [1, 2, 3]],
      ['c', [3], [1, 2, 3]],
      ['d', [1, 3], [1, 2, 3]],
    ],
    ["b = [1 -2]'", ['b', [2, 1], [1, -2]]],
    ["b = [1, 2]'", ['b', [1, 2], [1, 2]]],
    ['b = [1,\n 2]', ['b', [2], [1, 2]]],
    ["c = 'x'; b = [1, Inf] #= [3 #= 4 =# 5] =#", ['b', [2], [1, Infinity]]],
    [
      '[1 - 2]; [1 -2 3 - 4]; A[1, 2]; [x for x in 1:3]; [1 2, 3]; [1, 2; 3]; [A B; C D]; [1 2;;; 3 4]',
    ],
    ['"[1, 2]"; """\n[1, 2]\n"""; # [1, 2]'],
  ],
  matlab: [
    ['W = [1, 2; 3, 4];', ['W', [2, 2], SQUARE]],
    ['W = [1 2 % one\n 3 4\n];', ['W', [2, 2], SQUARE]],
    ['net.W = [ 1 , ...\n 2 ; 3 4 ; ];', ['net.W', [2, 2], SQUARE]],
    ['W = [[1, 2]; [3, 4]];', ['W', [2, 2], SQUARE]],
    ['b = [1 -2 + 3 4 - -5]'],
    ['b = [1 -2 +3]', ['b', [1, 3], [1, -2, 3]]],
    ["b = [1 2 3]';", ['b', [3, 1], [1, 2, 3]]],
    ["b = [1 2\n3 4]'';", ['b', [2, 2], SQUARE]],
    ['b = [Inf -inf NaN 1e3 .5]', ['b', [1, 5], [Infinity, -Infinity, NaN, 1000, 0.5]]],
    ['b = [x 1; 2 3]', ['b', [2, 2], 'shape-only']],
    ['y = [1 2] * 3; s = \'[1 2]\'; t = "[1 2]";', ['-', [1, 2], [1, 2]]],
    ['%{\n[1 2]\n%}\nb = [1 2]', ['b', [1, 2], [1, 2]]],
    [
      "[1 - 2]; [a, b] = size(x); [A B; C D]; [1 f(2)]; [1:3]; {1, 2}; a(1, 2); ['a' 'b']; [a' 'it''s']; [1i 2];",
    ],
  ],
  octave: [['W = [1 2; 3 4] # [5 6]', ['W', [2, 2], SQUARE]]],
  r: [
    ['W <- matrix(c(1, 2, 3, 4), nrow = 2, byrow = TRUE)', ['W', [2, 2], SQUARE]],
    ['W <- matrix(c(1, 3, 2, 4), 2)', ['W', [2, 2], SQUARE]],
    ['W = matrix(nc = 2, c(1, 3, 2, 4))', ['W', [2, 2], SQUARE]],
    [
      'W <- matrix(1:6, ncol = 3); V <- matrix(0, 2, 2)',
      ['W', [2, 3], [1, 3, 5, 2, 4, 6]],
      ['V', [2, 2], [0, 0, 0, 0]],
    ],
    ['W <- rbind(c(1, 2), b = c(3, 4))', ['W', [2, 2], SQUARE]],
    ['W <- cbind(c(1, 3), c(2, 4))', ['W', [2, 2], SQUARE]],
    ['W <- array(1:4, dim = c(2, 2))', ['W', [2, 2], [1, 3, 2, 4]]],
    ['T <- array(1:8, c(2, 2, 2))', ['T', [2, 2, 2], [1, 5, 3, 7, 2, 6, 4, 8]]],
    ['b <- c(1, -2L, 1e3, 0x10, Inf, a = 7) # c(1, 2)', ['b', [6], [1, -2, 1000, 16, Infinity, 7]]],
    ['b <- c(c(1, 2), 3:5)', ['b', [5], [1, 2, 3, 4, 5]]],
    ['W <- matrix(rnorm(6), 2, 3)', ['W', [2, 3], 'shape-only']],
    ['W <- matrix(c(1, 2, 3, 4), nrow = 2, byrow = by)', ['W', [2, 2], 'shape-only']],
    [
      "x[1, 2]; c(x, 1); f(c, (1 + 2)); c('a', 'b'); c(1, NA); matrix(c(1, 2, 3), n, m)",
      ['-', [3], [1, 2, 3]],
    ],
    ['"c(1, 2)"; r"(c(1, 2))"; \'c(1,\n2)\''],
  ],
  c: [
    ['double W[2][2] = {{1, 2}, {3, 4}};', ['W', [2, 2], SQUARE]],
    [
      'float W[2][2] = {1, 2, 3, 4}, b[2] = {5.5f, 0x10};',
      ['W', [2, 2], SQUARE],
      ['b', [2], [5.5, 16]],
    ],
    ['int b[] = {010, 1u, 2UL, -3, (1)};', ['b', [5], 'shape-only']],
    ['int b[] = {010, 1u, 2UL, -3};', ['b', [4], [8, 1, 2, -3]]],
    ['double W[][2] = {{1, 2}, {3}};', ['W', [2, 2], 'shape-only']],
    ['int b[4] = {1, 2};', ['b', [4], 'shape-only']],
    ['void f() { double b[2] = {1, INFINITY}; if (a[1]) { g(1, 2); } }', ['b', [2], [1, Infinity]]],
    ['enum E { A, B = 2 }; struct S { int a; }; char c = \'{\', *s = "{1, 2}"; // {1, 2}'],
  ],
  cpp: [
    ['std::vector<std::vector<double>> W = {{1, 2}, {3, 4}};', ['W', [2, 2], SQUARE]],
    ["auto W = std::vector<int>{1'000, 2};", ['W', [2], [1000, 2]]],
    ['f(std::array{1, 2}); Point p = Point{1, 2}; auto s = R"x({1, 2} )" )x";', ['-', [2], [1, 2]]],
    ['auto f = [a, b](int x) { return x; };'],
  ],
  java: [
    ['double[][] W = {{1, 2}, {3, 4}};', ['W', [2, 2], SQUARE]],
    ['double[][] W = new double[][] {{1, 2}, {3, 4}};', ['W', [2, 2], SQUARE]],
    ['int b[] = {1, 2}; b[0] = 3;', ['b', [2], [1, 2]]],
    ['W[0] = new double[] {1, Double.NaN, 2d};', ['-', [3], [1, NaN, 2]]],
    ['String s = """\n{1, 2}\n""";'],
  ],
  csharp: [
    ['double[,] W = new double[,] { { 1, 2 }, { 3, 4 } };', ['W', [2, 2], SQUARE]],
    ['var W = new[] { new double[] { 1, 2 }, new[] { 3.0, 4 } };', ['W', [2, 2], SQUARE]],
    ['double[][] W = [[1, 2], [3, 4]];', ['W', [2, 2], SQUARE]],
    ['var x = W[0, 1]; var s = @"a""{1, 2}"; var t = $"{x}"; '],
  ],
  rust: [
    ['let W = vec![vec![1.0, 2.0], vec![3.0_f64, 4.]];', ['W', [2, 2], SQUARE]],
    ['let W: Array2<f64> = array![[1., 2.], [3., 4.]];', ['W', [2, 2], SQUARE]],
    ['const W: [[f64; 2]; 2] = [[1.0, 2.0], [3.0, 4.0]];', ['W', [2, 2], SQUARE]],
    ['let w = &[[1, 2], [3, 4]];', ['w', [2, 2], SQUARE]],
    ['let m = matrix![1.0, 2.0; 3.0, 4.0];', ['m', [2, 2], SQUARE]],
    ['let z = [[0.5; 3]; 2];', ['z', [2, 3], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]]],
    [
      "fn f<'a>(x: &'a str) { let b = [1u8, 0xFF, 1_000, f64::INFINITY]; }",
      ['b', [4], [1, 255, 1000, Infinity]],
    ],
    [
      'let x = array[1, 2]; let y = vec![0.0; n]; fn g(a: [f64; 3]) {} #[derive(A, B)] println!["{}", 1];',
    ],
    ['r#"[1, "2]"#; "[1, 2]"; \'[\'; /* [1, /* 2 */ 3] */'],
  ],
  go: [
    ['W := [][]float64{{1, 2}, {3, 4}}', ['W', [2, 2], SQUARE]],
    [
      'func main() {\n\tvar W = [2][2]int{{1, 2}, {3, 4}}\n\tb := []int{1, 010}\n}',
      ['W', [2, 2], SQUARE],
      ['b', [2], [1, 8]],
    ],
    ['p := Point{1, 2}; m := map[int]int{1: 2, 3: 4}; s := `{1, 2}`; x := a[1]'],
  ],
  python: [
    ['W = np.array([[1, 2], [3, 4]])', ['W', [2, 2], SQUARE]],
    ['W = np.array([[1, 2], [3, 4]], dtype=np.float64)', ['W', [2, 2], SQUARE]],
    [
      'W = np.array([1, 2], dtype=np.uint8); V = np.array([1, 2], ndmin=2)',
      ['-', [2], [1, 2]],
      ['-', [2], [1, 2]],
    ],
    [
      'try:\n    x = [1, 2]\nelse: y = [3, 4]\nif a: z = [5, 6]',
      ['x', [2], [1, 2]],
      ['y', [2], [3, 4]],
      ['z', [2], [5, 6]],
    ],
    ['f = lambda x: [1, 2]', ['-', [2], [1, 2]]],
    ['W: list = [[1, 2],\n     [3, 4]]  # [5, 6]', ['W', [2, 2], SQUARE]],
    [
      'Y = np.array([[1, 2], [3, 4]]).T; d = {"b": [1, np.inf]}',
      ['-', [2, 2], SQUARE],
      ['b', [2], [1, Infinity]],
    ],
    ["a[0, 1]; [x for x in y]; [*a, 1]; [1, True]; '''[1, 2]'''; f\"[1, 2]\""],
  ],
  lua: [['W = {{1, 2}, {3, 4}} -- {5, 6}', ['W', [2, 2], SQUARE]]],
  swift: [['let W: [[Double]] = [[1, 2], [3, 4]] // [5, 6]', ['W', [2, 2], SQUARE]]],
  ruby: [['W = [[1, 2], [3, 4]] # [5, 6]', ['W', [2, 2], SQUARE]]],
  plaintext: [
    [
      "Don't: the matrix [[1, 2], [3, 4]], see [1, 2]; b = [5, 6].",
      ['-', [2, 2], SQUARE],
      ['b', [2], [5, 6]],
    ],
  ],
  'some-other-language': [['W = [[1, 2], [3, 4]]', ['W', [2, 2], SQUARE]]],
};

describe.each(Object.entries(CASES))('array literals of %s', (language, cases) => {
  it.each(cases)('%s', (text, ...found) => {
    expect(told(scanLiterals(text, language))).toEqual(found);
  });
});

describe('the type of the entries', () => {
  it.each([
    ['typescript', '[1, 2]', 'float64'],
    ['json', '[1, 2]', 'float64'],
    ['matlab', '[1, 2]', 'float64'],
    ['r', 'c(1, 2)', 'float64'],
    ['r', 'c(1L, 2L)', 'int64'],
    ['r', 'matrix(1:4, 2)', 'int64'],
    ['julia', '[1 2]', 'int64'],
    ['julia', '[1 2.0]', 'float64'],
    ['julia', 'Float64[1 2; 3 4]', 'float64'],
    ['python', 'x = np.array([1, 2], dtype=float)', 'float64'],
    ['python', 'x = np.array([1, 2], np.float64)', 'float64'],
    ['python', 'x = np.array([1, 2],)', 'int64'],
    ['c', 'int x[] = {1, 2};', 'int64'],
    ['c', 'double x[] = {1, 2};', 'float64'],
    ['c', 'double x; int y[] = {1, 2};', 'int64'],
    ['c', 'int x[] = {1, 2.0f};', 'float64'],
    ['go', 'x := []float64{1, 2}', 'float64'],
    ['rust', 'let x: Vec<f64> = vec![1., 2.];', 'float64'],
    ['rust', 'let x = [1, 2];', 'int64'],
    ['python', '[1, 2]', 'int64'],
    ['python', '[1, 2e0]', 'float64'],
    ['latex', String.raw`\begin{pmatrix} 1 & 2 \end{pmatrix}`, 'int64'],
    ['latex', String.raw`\begin{pmatrix} 1 & 2.0 \end{pmatrix}`, 'float64'],
  ])('%s: %s is %s', (language, text, dtype) => {
    expect(scanLiterals(text, language).arrays.map((array) => array.dtype)).toEqual([dtype]);
  });

  it('an integer beyond what float64 holds is not known', () => {
    const [array] = scanLiterals('x = [9007199254740993, 1]', 'python').arrays;
    expect(array).toMatchObject({ state: 'shape-only', shape: [2] });
  });
});
