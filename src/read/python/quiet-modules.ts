/** Modules that draw nothing from NumPy's random stream, whatever is called in them. */
const QUIET = new Set(
  [
    '__future__ abc argparse array ast asyncio base64 bisect bz2 cPickle codecs collections colorama',
    'contextlib copy csv cv2 dataclasses datetime decimal enum fractions functools gc getopt glob',
    'graphviz gzip h5py heapq http imageio inspect io ipywidgets IPython itertools json logging math',
    'matplotlib mpl_toolkits multiprocessing operator optparse os pandas pathlib pickle PIL platform',
    'plotly pprint progressbar psutil pylab queue re requests shutil signal six socket sqlite3',
    'statistics string struct subprocess sys tabulate tempfile termcolor threading time timeit',
    'tkinter tqdm traceback types typing unittest urllib uuid warnings weakref yaml zipfile',
  ].flatMap((line) => line.split(' ')),
);

/** Whether calls of what a module has may move NumPy's random stream on. */
export function mayDraw(path: string): boolean {
  return !QUIET.has(path.split('.')[0]!);
}
