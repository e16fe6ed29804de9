/** Modules that have nothing to be read in the workspace. */
const ELSEWHERE = new Set(
  [
    '__future__ abc argparse array ast asyncio base64 bisect bz2 collections contextlib copy csv cupy',
    'cv2 dataclasses datetime decimal enum fractions functools gc glob gzip h5py heapq inspect io',
    'IPython itertools json logging math matplotlib mpl_toolkits multiprocessing networkx nose numba',
    'numpy operator os pandas pathlib pickle PIL platform pprint queue random re requests scipy seaborn',
    'shutil signal sklearn statistics string struct subprocess sys tempfile tensorflow threading time',
    'timeit torch torchvision tqdm types typing unittest urllib uuid warnings weakref zipfile',
  ].flatMap((line) => line.split(' ')),
);

const IMPORT = /^[ \t]*import[ \t]+([^\n#;]+)/gm;
const FROM =
  /^[ \t]*from[ \t]+(\.*[ \t]*[\p{L}\p{N}_.]*)[ \t]+import[ \t]*(?:\(([^)]*)\)|([^\n#;]+))/gmu;

/**
 * The module paths that a text's imports may name, as they are written and with the packages around
 * them: `from .nets import layers` gives `.nets` and `.nets.layers`. Found line by line, so that code
 * that is not Python yet gives its imports too. Libraries are left out.
 */
export function importsIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, names] of text.matchAll(IMPORT)) {
    for (const name of namesIn(names!)) addWithPackages(found, name);
  }
  for (const [, module, bracketed, plain] of text.matchAll(FROM)) {
    const path = module!.replaceAll(/\s/g, '');
    addWithPackages(found, path);
    for (const name of namesIn(bracketed ?? plain!)) {
      found.add(path.endsWith('.') ? `${path}${name}` : `${path}.${name}`);
    }
  }
  return [...found].filter((path) => !ELSEWHERE.has(path.split('.')[0]!));
}

function namesIn(list: string): string[] {
  return list
    .replaceAll(/#[^\n]*|\\/g, '')
    .split(',')
    .map((part) => part.trim().split(/\s+as\s+/)[0]!)
    .filter((name) => /^[\p{L}\p{N}_.]+$/u.test(name));
}

function addWithPackages(found: Set<string>, path: string): void {
  const dots = /^\.*/.exec(path)![0];
  if (dots) found.add(dots);
  const parts = path.slice(dots.length).split('.').filter(Boolean);
  parts.forEach((_, i) => found.add(dots + parts.slice(0, i + 1).join('.')));
}
