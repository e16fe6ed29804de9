import * as vscode from 'vscode';
import { Cancelled } from '../worker/client';

/** Work that takes longer than this is shown. */
const PATIENCE_MS = 500;

/**
 * What comes of work that the user has asked for. Past half a second VS Code shows that it goes on, with
 * a way to take it back: then the work's signal says so, and it is rejected with {@link Cancelled}.
 */
export function withPatience<T>(
  title: string,
  start: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const cancelled = new Promise<never>((_, reject) => {
    abort.signal.addEventListener('abort', () => reject(new Cancelled()), { once: true });
  });
  const work = Promise.race([start(abort.signal), cancelled]);
  showIfLong(work, (shown) => {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title,
      cancellable: true,
    };
    void vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => abort.abort());
      return shown;
    });
  });
  return work;
}

/** What comes of work that goes on beside the user's: past half a second the status bar shows it. */
export function inStatusBar<T>(title: string, work: Promise<T>): Promise<T> {
  showIfLong(work, (shown) => {
    const options = { location: vscode.ProgressLocation.Window, title };
    void vscode.window.withProgress(options, () => shown);
  });
  return work;
}

/** Shows work that is still going on after a while, until it has ended in whatever way. */
function showIfLong(work: Promise<unknown>, show: (shown: Promise<void>) => void): void {
  const ended = work.then(
    () => undefined,
    () => undefined,
  );
  const timer = setTimeout(() => show(ended), PATIENCE_MS);
  void ended.then(() => clearTimeout(timer));
}
