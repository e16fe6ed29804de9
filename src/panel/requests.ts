import type * as vscode from 'vscode';
import type { Notice } from '../protocol';
import { copyMatrix } from './export/copy';
import { exportPanel } from './export/export';
import type { PanelRequest } from './panel';
import type { Session } from './session';
import { writeBackTo, type CodeNow } from './write-back';

/** The panel that asks: what it shows, and what that is known by. */
export interface Asking {
  readonly session: Session;
  /** The file's name, or the title of arrays that were handed over. */
  readonly name: string;
  /** The document or notebook that is shown; missing where arrays were handed over. */
  readonly uri?: vscode.Uri;
  /** Reads that document as it is now. */
  readonly readNow?: () => Promise<CodeNow>;
}

/** Does what a panel asks for that leaves it. Gives what came of it; nothing if the user thought better. */
export async function answerRequest(
  request: PanelRequest,
  asking: Asking,
): Promise<Notice | undefined> {
  switch (request.type) {
    case 'export':
      return exportPanel(request, asking);
    case 'copy':
      return copyMatrix(request, asking.session);
    case 'writeBack':
      return writeBackTo(request, asking.session, asking.readNow);
  }
}
