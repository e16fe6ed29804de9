import * as vscode from 'vscode';
import type { SourceFile, SourceFiles } from '../../read';
import { importsIn } from '../../read/modules/imports-in';

/** The most files that one program is followed into. */
const MOST_FILES = 60;

/** A file of the workspace that has changed. */
export interface FileChange {
  readonly uri: vscode.Uri;
  /** Whether it was not there before, so that any import may be of it. */
  readonly isNew: boolean;
}

/** The files that a program imports. */
export interface ImportedFiles {
  readonly sources: SourceFiles;
  readonly uris: ReadonlySet<string>;
}

/** Finds the files of the workspace that a program imports: first those open in an editor. */
export class WorkspaceFiles implements vscode.Disposable {
  private readonly texts = new Map<string, Promise<string | undefined>>();
  private readonly changed = new vscode.EventEmitter<FileChange>();
  private readonly subscriptions: vscode.Disposable[];
  /** A file that a program may import has changed. */
  readonly onDidChange = this.changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.py');
    const forget = (uri: vscode.Uri) => this.forget(uri, false);
    this.subscriptions = [
      watcher,
      this.changed,
      watcher.onDidChange(forget),
      watcher.onDidCreate((uri) => this.forget(uri, true)),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeTextDocument(({ document }) => forget(document.uri)),
    ];
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }

  /** The files that a text at a place imports, and those that these import. */
  async importedBy(uri: vscode.Uri, text: string): Promise<ImportedFiles> {
    const files: Record<string, SourceFile> = {};
    const uris = new Set<string>();
    const roots = rootsOf(uri);
    const importsOf = async (from: vscode.Uri, code: string): Promise<Record<string, string>> => {
      const imports: Record<string, string> = {};
      for (const path of importsIn(code)) {
        const found = await this.find(path, from, roots);
        if (!found) continue;
        const id = vscode.workspace.asRelativePath(found.uri, false);
        imports[path] = id;
        uris.add(found.uri.toString());
        if (files[id] || Object.keys(files).length >= MOST_FILES) continue;
        const file: SourceFile = { text: found.text, imports: {} };
        files[id] = file;
        files[id] = { ...file, imports: await importsOf(found.uri, found.text) };
      }
      return imports;
    };
    return { sources: { imports: await importsOf(uri, text), files }, uris };
  }

  private async find(
    path: string,
    from: vscode.Uri,
    roots: readonly vscode.Uri[],
  ): Promise<{ readonly uri: vscode.Uri; readonly text: string } | undefined> {
    const dots = /^\.*/.exec(path)![0].length;
    const parts = path.slice(dots).split('.').filter(Boolean);
    const folders =
      dots > 0 ? [vscode.Uri.joinPath(from, ...Array<string>(dots).fill('..'))] : roots;
    for (const folder of folders) {
      const base = vscode.Uri.joinPath(folder, ...parts);
      const file = base.with({ path: `${base.path}.py` });
      const candidates = [
        ...(parts.length > 0 ? [file] : []),
        vscode.Uri.joinPath(base, '__init__.py'),
      ];
      for (const uri of candidates) {
        const text = uri.toString() === from.toString() ? undefined : await this.textOf(uri);
        if (text !== undefined) return { uri, text };
      }
    }
    return undefined;
  }

  private textOf(uri: vscode.Uri): Promise<string | undefined> {
    const key = uri.toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
    if (open) return Promise.resolve(open.getText());
    const text = this.texts.get(key) ?? readText(uri);
    this.texts.set(key, text);
    return text;
  }

  private forget(uri: vscode.Uri, isNew: boolean): void {
    if (!uri.path.endsWith('.py')) return;
    if (isNew) this.texts.clear();
    else this.texts.delete(uri.toString());
    this.changed.fire({ uri, isNew });
  }
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // There is no such file: the import is of something else.
    return undefined;
  }
}

/**
 * Where a program's absolute imports are looked for: beside it, as Python does, then in the folders
 * above it up to the workspace's, which is where `sys.path.append(os.pardir)` and a start from the
 * workspace's root lead.
 */
function rootsOf(uri: vscode.Uri): vscode.Uri[] {
  if (uri.scheme === 'untitled') {
    return (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
  }
  const workspace = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const roots = [vscode.Uri.joinPath(uri, '..')];
  while (workspace && roots.at(-1)!.path.length > workspace.path.length) {
    roots.push(vscode.Uri.joinPath(roots.at(-1)!, '..'));
  }
  return roots;
}
