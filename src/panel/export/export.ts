import { isExperiment, say, type Computation, type Sentence } from '../../core';
import type { Notice } from '../../protocol';
import type { PanelRequest } from '../panel';
import { preferences } from '../preferences';
import type { Asking } from '../requests';
import { spoken } from '../translations';
import { partAt, partsOf, type Writing } from './derivation';
import { endingOf, fileName, type ExportFormat } from './file-name';
import { latexDocument, latexOf } from './latex';
import { markdownOf } from './markdown';
import { numpyScript, scriptObstacle } from './numpy-script';
import { saveFile } from './save';
import { stateText } from './state-text';

type ExportRequest = Extract<PanelRequest, { type: 'export' }>;

/** What the kinds of files are called. */
const KINDS: Readonly<Record<ExportFormat, string>> = {
  svg: 'SVG',
  png: 'PNG',
  'step-latex': 'LaTeX',
  latex: 'LaTeX',
  'step-markdown': 'Markdown',
  markdown: 'Markdown',
  numpy: 'Python',
  json: 'JSON',
};

/** Saves what a panel shows as a file. Gives what came of it; nothing if the user thought better. */
export async function exportPanel(
  request: ExportRequest,
  asking: Asking,
): Promise<Notice | undefined> {
  const { format } = request;
  const { computation } = asking.session.shown;
  if (!computation) return failure(say('There is nothing here to take away.'));
  const obstacle = format === 'numpy' ? scriptObstacle(computation) : undefined;
  if (obstacle) return failure(obstacle);
  const { position } = asking.session.view;
  const name = fileName(asking.name, format, computation.trace, position.step);
  try {
    const content = contentOf(request, computation, asking);
    const file = { name, ending: endingOf(format), kind: KINDS[format], content };
    const place = await saveFile(file, asking.uri);
    return place && { kind: 'done', sentence: savedText(format, place.path) };
  } catch (error) {
    return failure(say('{file} was not saved: {why}', { file: name, why: messageOf(error) }));
  }
}

function failure(sentence: Sentence): Notice {
  return { kind: 'error', sentence };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function contentOf(
  { format, content, isExact }: ExportRequest,
  computation: Computation,
  { session, name }: Asking,
): string | ArrayBuffer {
  const writing: Writing = { words: spoken, digits: isExact ? 'all' : preferences().digits };
  const source = isExperiment(session.experiment)
    ? spoken(say('{name}, changed in the panel', { name }))
    : name;
  const title = spoken(say('Affine layer: {name}', { name: source }));
  switch (format) {
    case 'svg':
    case 'png':
      if (content === undefined) throw new Error('the picture came without its content');
      return content;
    case 'step-latex':
      return latexOf([partAt(computation, session.view.position, writing, session.view)]);
    case 'latex':
      return latexDocument(title, partsOf(computation, writing, session.view));
    case 'step-markdown':
      return markdownOf([partAt(computation, session.view.position, writing, session.view)]);
    case 'markdown':
      return markdownOf(partsOf(computation, writing, session.view), title);
    case 'numpy':
      return numpyScript(computation, { source, words: spoken });
    case 'json':
      return stateText({
        source: name,
        inputs: session.source.inputs!,
        experiment: session.experiment,
        view: session.view,
      });
  }
}

/** What went where. */
function savedText(format: ExportFormat, path: string): Sentence {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const folder = path.slice(0, path.lastIndexOf('/')) || '/';
  const args = { file, folder };
  switch (format) {
    case 'svg':
    case 'png':
      return say('Saved the picture as {file} in {folder}.', args);
    case 'step-latex':
    case 'step-markdown':
      return say('Saved this step as {file} in {folder}.', args);
    case 'latex':
    case 'markdown':
      return say('Saved the whole derivation as {file} in {folder}.', args);
    case 'numpy':
      return say('Saved {file} in {folder}: a script that asserts every number.', args);
    case 'json':
      return say('Saved {file} in {folder}. “Affine: Open Saved State” opens it again.', args);
  }
}
