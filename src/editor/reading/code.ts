import * as vscode from 'vscode';
import type { Span } from '../../read';

/**
 * A text to be read, and where its parts stand in the editor: a document's own text, or the cells of
 * a notebook one after the other.
 */
export interface Code {
  /** What the text belongs to: the document or the notebook. */
  readonly uri: vscode.Uri;
  /** The file's name, for the user. */
  readonly name: string;
  readonly language: string;
  readonly text: string;
  /** Changes with every edit. */
  readonly version: string;
  /** The offset in the text of a position in a document that is part of it. */
  offsetAt(document: vscode.TextDocument, position: vscode.Position): number;
  /** Where in the editor a span of the text stands. */
  locationOf(span: Span): vscode.Location;
  /** The part of the text around an offset, as the user knows it: the file, or a cell of a notebook. */
  partAt(offset: number): { readonly name: string; readonly start: number };
}

/** The code that a document is, or is a cell of. */
export function codeOf(document: vscode.TextDocument): Code {
  const notebook = notebookOf(document);
  return notebook ? notebookCode(notebook, document.languageId) : documentCode(document);
}

/** The notebook that a document is a cell of. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}

function documentCode(document: vscode.TextDocument): Code {
  return {
    uri: document.uri,
    name: nameOf(document.uri),
    language: document.languageId,
    text: document.getText(),
    version: String(document.version),
    offsetAt: (_, position) => document.offsetAt(position),
    locationOf: (span) => new vscode.Location(document.uri, rangeIn(document, span, 0)),
    partAt: () => ({ name: nameOf(document.uri), start: 0 }),
  };
}

/** The code cells of one language, one after the other: those above count in order. */
function notebookCode(notebook: vscode.NotebookDocument, language: string): Code {
  const codeCells = notebook
    .getCells()
    .filter(
      ({ kind, document }) =>
        kind === vscode.NotebookCellKind.Code && document.languageId === language,
    );
  const cells = placed(codeCells);
  const startOf = (document: vscode.TextDocument): number =>
    cells.find((cell) => cell.document === document)?.start ?? 0;
  const cellAt = (offset: number) => cells.findLast(({ start }) => start <= offset) ?? cells[0]!;
  const name = nameOf(notebook.uri);
  return {
    uri: notebook.uri,
    name,
    language,
    text: cells.map(({ text }) => text).join('\n'),
    version: cells.map(({ document }) => `${document.uri.fragment}:${document.version}`).join(),
    offsetAt: (document, position) => startOf(document) + document.offsetAt(position),
    locationOf: (span) => {
      const { document, start } = cellAt(span.start);
      return new vscode.Location(document.uri, rangeIn(document, span, start));
    },
    partAt: (offset) => {
      const { number, start } = cellAt(offset);
      return { name: `${name} [${number}]`, start };
    },
  };
}

interface PlacedCell {
  readonly document: vscode.TextDocument;
  /** Its place among all cells, from 1. */
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

function placed(cells: readonly vscode.NotebookCell[]): PlacedCell[] {
  let next = 0;
  return cells.map(({ document, index }) => {
    const text = withoutMagics(document.getText());
    const start = next;
    next += text.length + 1;
    return { document, number: index + 1, start, text };
  });
}

/** A cell's text with blanks for what is not Python: `%matplotlib inline`, `!pip install …`, `x?`. */
function withoutMagics(text: string): string {
  if (/^\s*%%(?!time|timeit|capture)/.test(text)) return text.replace(/[^\n]/g, ' ');
  return text.replace(/^[ \t]*(?:[%!].*|[\w.]+\?{1,2}[ \t]*)$/gm, (line) =>
    ' '.repeat(line.length),
  );
}

function rangeIn(document: vscode.TextDocument, { start, end }: Span, from: number): vscode.Range {
  return new vscode.Range(document.positionAt(start - from), document.positionAt(end - from));
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
