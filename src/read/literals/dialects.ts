import type { Dialect } from './dialect';
import * as numbers from './number-syntaxes';
import { block, line, longString, nesting, string, type Skip } from './skips';

/** Skips by the code of their first sign; of those that share one, longer openings come first. */
function skips(...all: readonly Skip[]): ReadonlyArray<readonly Skip[] | undefined> {
  const byFirst = new Array<Skip[] | undefined>(128).fill(undefined);
  for (const skip of all.toSorted((a, b) => b.open.length - a.open.length)) {
    const first = skip.open.charCodeAt(0);
    byFirst[first] = [...(byFirst[first] ?? []), skip];
  }
  return byFirst;
}

const KEYWORDS =
  /^(?:return|in|of|case|yield|await|typeof|else|do|when|then|default|new|and|or|not|if|elif|elsif|unless|while|until|print|println|puts|const|let|var|val|mut|ref|is|as|extends|where|begin|end|from|import|export|static|throw|raise|delete|assert|with)$/;

const SLASHES = [line('//'), block('/*', '*/')];
const QUOTES = [string('"'), string("'")];

const plain: Dialect = {
  skips: skips(string('"')),
  numbers: numbers.common,
  keywords: KEYWORDS,
  spacedIndex: false,
  lists: '[',
  colons: ':',
  lineEnds: true,
};

const prose: Dialect = { ...plain, skips: skips(), prose: true };

const hashed: Dialect = { ...plain, skips: skips(line('#'), ...QUOTES) };

const slashed: Dialect = { ...plain, skips: skips(...SLASHES, longString('"""'), ...QUOTES) };

const javascript: Dialect = {
  ...plain,
  skips: skips(...SLASHES, ...QUOTES),
  templates: true,
  numbers: numbers.javascript,
  spacedIndex: true,
  lineEnds: false,
};

const json: Dialect = {
  ...plain,
  skips: skips(...SLASHES, ...QUOTES),
  numbers: numbers.json,
  lineEnds: false,
};

const braces: Dialect = {
  ...plain,
  skips: skips(...SLASHES, longString('"""'), ...QUOTES),
  spacedIndex: true,
  lists: '{',
  lineEnds: false,
  typed: 'c',
};

const c: Dialect = {
  ...braces,
  skips: skips(...SLASHES, ...QUOTES),
  raw: { open: /(?:u8|[LuU])?R"([^()\\\s]{0,16})\(/y, close: (inside) => `)${inside}"` },
  numbers: numbers.c,
  declares: true,
};

const csharp: Dialect = {
  ...braces,
  skips: skips(
    ...SLASHES,
    longString('"""', '"""', 'none'),
    longString('@"', '"', 'doubled'),
    longString('$@"', '"', 'doubled'),
    longString('@$"', '"', 'doubled'),
    ...QUOTES,
  ),
  numbers: numbers.csharp,
  lists: '[{',
};

const go: Dialect = {
  ...braces,
  skips: skips(...SLASHES, longString('`', '`', 'none'), ...QUOTES),
  numbers: numbers.go,
  lineEnds: true,
  typed: 'go',
};

const rust: Dialect = {
  ...plain,
  skips: skips(line('//'), nesting('/*', '*/'), longString('"')),
  raw: {
    open: /b?r(#*)"|'(?:[^'\\\n]|\\[^\n']{1,12}|\\')'/y,
    close: (hashes) => (hashes === undefined ? '' : `"${hashes}`),
  },
  numbers: numbers.rust,
  spacedIndex: true,
  lineEnds: false,
  makers:
    /^(?:\w+::)*(?:vec|array|arr[123]|d?matrix|smatrix|d?vector|svector|row_d?vector|tensor)!$/,
  repeats: true,
};

const julia: Dialect = {
  ...plain,
  skips: skips(line('#'), nesting('#=', '=#'), longString('"""'), longString('"'), string("'")),
  transposes: true,
  numbers: numbers.julia,
  rows: 'julia',
  colons: '::',
  makers: /^(?:Float64|Float32|Float16|U?Int(?:8|16|32|64|128)?|Number|Real)$/,
};

const matlab: Dialect = {
  ...plain,
  skips: skips(
    block('%{\n', '%}'),
    block('%{\r\n', '%}'),
    line('%'),
    string("'", 'doubled'),
    string('"', 'doubled'),
  ),
  transposes: true,
  continuation: '...',
  numbers: numbers.matlab,
  rows: 'matlab',
};

const octave: Dialect = {
  ...matlab,
  skips: skips(
    ...['%', '#'].flatMap((sign) => [block(`${sign}{\n`, `${sign}}`), line(sign)]),
    string("'", 'doubled'),
    string('"'),
  ),
};

const r: Dialect = {
  ...plain,
  skips: skips(line('#'), longString('"'), longString("'"), longString('`', '`', 'none')),
  raw: { open: /[rR]"(-*)\(/y, close: (dashes) => `)${dashes}"` },
  numbers: numbers.r,
  lists: '',
  calls: true,
};

const python: Dialect = {
  ...hashed,
  skips: skips(line('#'), longString('"""'), longString("'''"), ...QUOTES),
  numbers: numbers.python,
  spacedIndex: true,
};

const lua: Dialect = {
  ...plain,
  skips: skips(block('--[[', ']]'), line('--'), longString('[[', ']]', 'none'), ...QUOTES),
  lists: '{',
};

const families: ReadonlyArray<readonly [Dialect, string]> = [
  [
    javascript,
    'typescript typescriptreact javascript javascriptreact ts tsx js jsx mjs vue svelte',
  ],
  [json, 'json jsonc jsonl json5'],
  [julia, 'julia jl'],
  [matlab, 'matlab'],
  [octave, 'octave m'],
  [r, 'r'],
  [c, 'c cpp cuda-cpp cuda objective-c objective-cpp c++ h hpp cc arduino glsl hlsl'],
  [{ ...braces, numbers: numbers.java }, 'java'],
  [csharp, 'csharp cs c#'],
  [go, 'go golang'],
  [rust, 'rust rs'],
  [python, 'python py python3 ipython starlark'],
  [lua, 'lua'],
  [
    hashed,
    'ruby rb perl elixir coffeescript yaml yml toml shellscript sh bash powershell nim crystal',
  ],
  [slashed, 'swift kotlin kt scala dart groovy php zig'],
  [prose, 'plaintext text markdown latex tex bibtex restructuredtext asciidoc'],
];

const byLanguage = new Map(
  families.flatMap(([dialect, names]) => names.split(' ').map((name) => [name, dialect] as const)),
);

/** How a language writes what the scanner looks at, by VS Code's name for it or a fence's tag. */
export function dialectOf(language: string): Dialect {
  return byLanguage.get(language.toLowerCase()) ?? plain;
}

/** Markdown's text around its code and formulas. */
export const proseDialect = prose;
