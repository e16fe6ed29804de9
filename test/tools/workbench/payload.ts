import type { Server } from './server';

/** What a page of the workbench opens. Paths are absolute. */
export interface Opening {
  readonly folder: string;
  /** An extension to run from its sources. */
  readonly extension?: string;
  /** A module with `run()` to run in the extension host. */
  readonly tests?: string;
  readonly openFile?: string;
}

/** The address of a workbench page. */
export function workbenchUrl({ port }: Server, opening: Opening): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${uriPath(path)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(opening.extension ? [['extensionDevelopmentPath', remote(opening.extension)]] : []),
    ...(opening.tests ? [['extensionTestsPath', remote(opening.tests)]] : []),
    ...(opening.openFile ? [['openFile', remote(opening.openFile)]] : []),
  ];
  const query = new URLSearchParams({
    folder: uriPath(opening.folder),
    payload: JSON.stringify(payload),
  });
  return `http://127.0.0.1:${port}/?${query.toString().replaceAll('+', '%20')}`;
}

/** `C:\a` as `/C:/a`; other systems' paths as they are. */
function uriPath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
